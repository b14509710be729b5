import { accountTemplate, faultyAccountRows, previewAccountImport, startAccountImport } from '../../../contract/account-import'
import { ACCOUNT_COLUMNS } from '../../../domain/account/sheet-columns'
import { accountProblemWords } from '../../../domain/account/sheet-words'
import { goTo } from '../../platform/navigate'
import { SHEET_NOTES, type PlainImport } from './plain-import'

/** 账号导入 (B23, B25). */
export const ACCOUNT_IMPORT: PlainImport = {
  kind: 'account',
  title: '账号导入',
  breadcrumb: ['账号管理', '账号导入'],
  home: '/pages/work/account/accounts',
  notes: [
    ...SHEET_NOTES,
    '姓名、登录名和角色必填；科室负责人、科室人员和只读还要填所属科室。角色和科室按名称填写。已有的账号不会改动。',
    '表里不要写密码。导入后下载绑定码分发，每人凭自己的码绑定微信，或在网页上设置密码。',
  ],
  columns: ACCOUNT_COLUMNS,
  wordsOf: accountProblemWords,
  linkOf: ({ code, detail }) => (code === 'import.account-there' ? { text: '看已有的账号', onClick: () => goTo('/pages/work/account/account', { id: detail }) } : null),
  calls: { preview: previewAccountImport, start: startAccountImport, faulty: faultyAccountRows, template: accountTemplate },
}
