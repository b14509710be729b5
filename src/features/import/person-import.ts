import { faultyPersonRows, personTemplate, previewPersonImport, startPersonImport } from '../../../contract/person-import'
import { PERSON_COLUMNS } from '../../../domain/person/sheet-columns'
import { personProblemWords } from '../../../domain/person/sheet-words'
import { goTo } from '../../platform/navigate'
import { SHEET_NOTES, type PlainImport } from './plain-import'

/** 人员档案导入 (B23, B27). */
export const PERSON_IMPORT: PlainImport = {
  kind: 'person',
  title: '人员档案导入',
  breadcrumb: ['人员档案', '人员档案导入'],
  home: '/pages/work/person/list',
  notes: [...SHEET_NOTES, '工号、姓名和所属科室必填；同名的人以工号区分，不会合并；工号已在档案里的，不会重复导入。', '导入后还没有证件和账号的人，可以整批撤销。'],
  columns: PERSON_COLUMNS,
  wordsOf: personProblemWords,
  linkOf: ({ code, detail }) => (code === 'import.person-there' ? { text: '看已有的档案', onClick: () => goTo('/pages/work/person/detail', { id: detail }) } : null),
  calls: { preview: previewPersonImport, start: startPersonImport, faulty: faultyPersonRows, template: personTemplate },
}
