import { accountTemplate } from '../../../contract/account-import'
import { isAbove, ROLES } from '../../../domain/account/role'
import { ROLE_WORDS } from '../../../domain/account/role-words'
import { ACCOUNT_COLUMNS, type AccountColumn } from '../../../domain/account/sheet-columns'
import { departmentsInUse } from '../../../cloud/repositories/departments'
import { handsOut } from '../exports/hand-out'
import { templateBook } from '../import/template-book'

/** An example of a column, and what may stand in it. */
const EXAMPLES: Readonly<Record<AccountColumn, readonly [example: string, note: string]>> = {
  name: ['示例：张伟', '必填，最多 20 个字。'],
  loginName: ['zhangwei', '必填，可以用工号；字母、数字、汉字和 . _ -，本院不能重复。已有账号的登录名不会导入，也不会改动那个账号。'],
  role: ['科室人员', '必填，可填：'],
  department: ['影像中心', '科室负责人、科室人员和只读必填，按本院科室名称填写：'],
  phone: ['', '11 位手机号，可不填；不填则收不到短信。'],
}
const RULES = [
  ['示例行', '第二行是示例，可以删去；留着也不会导入。'],
  ['登录', '表里没有密码：导入后下载绑定码，每人凭自己的码绑定微信，或在网页上设置密码。'],
]

/** What is handed out to be filled in: columns, an example, and what may stand in each (B23). */
export const template = handsOut(accountTemplate, async (_asked, caller, scene) => {
  const choices: Readonly<Partial<Record<AccountColumn, string>>> = {
    role: ROLES.filter((role) => !isAbove(role, caller.role)).map((role) => ROLE_WORDS[role]).join('、'),
    department: (await departmentsInUse(scene.store, caller.institutionId)).map(({ name }) => name).join('、'),
  }
  const columns = ACCOUNT_COLUMNS.map(({ key, header }) => ({ header, example: EXAMPLES[key][0], note: `${EXAMPLES[key][1]}${choices[key] ?? ''}` }))
  const bytes = await templateBook('账号', columns, RULES)
  return { name: '账号导入模板', bytes }
})
