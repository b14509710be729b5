import { dictionaryTemplate, faultyDictionaryRows, previewDictionaryImport, startDictionaryImport } from '../../../contract/dictionary-import'
import { DICTIONARY_COLUMNS } from '../../../domain/dictionary/sheet-columns'
import { dictionaryProblemWords } from '../../../domain/dictionary/sheet-words'
import { SHEET_NOTES, type PlainImport } from './plain-import'

/** 字典导入 (S52, B23). */
export const DICTIONARY_IMPORT: PlainImport = {
  kind: 'dictionary',
  title: '字典导入',
  breadcrumb: ['设备档案管理', '字典', '字典导入'],
  home: '/pages/work/dictionary/list',
  notes: [...SHEET_NOTES, '一列一个字典：科室（可写上级科室）、设备名称、设备类型、维保商、计量单位，有哪列导哪列。', '字典里已有的不会重复导入；还没有用过的，可以整批撤销。'],
  columns: DICTIONARY_COLUMNS,
  wordsOf: dictionaryProblemWords,
  linkOf: () => null,
  calls: { preview: previewDictionaryImport, start: startDictionaryImport, faulty: faultyDictionaryRows, template: dictionaryTemplate },
}
