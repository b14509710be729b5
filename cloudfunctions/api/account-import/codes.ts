import { accountImportCodes } from '../../../contract/account-import'
import { BIND_CODE_LENGTH, bindCodeExpiry, bindCodeFrom } from '../../../domain/account/bind-code'
import { isAbove } from '../../../domain/account/role'
import { ROLE_WORDS } from '../../../domain/account/role-words'
import { dayOf, timeOf } from '../../../domain/kernel/civil-day'
import { fail } from '../../../domain/kernel/failure'
import type { Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { accountsByIds, type AccountDoc } from '../../../cloud/repositories/accounts'
import { bindCodeId, voidCodesOf, type BindCodeDoc } from '../../../cloud/repositories/bind-codes'
import { departmentsOf } from '../../../cloud/repositories/departments'
import { inParts } from '../../../cloud/repositories/due'
import { subjectsOf, type JobDoc } from '../../../cloud/repositories/jobs'
import { linksOf } from '../../../cloud/repositories/wechat-links'
import { writeXlsx } from '../../../cloud/sheets/write-xlsx'
import { handsOut } from '../exports/hand-out'
import { mustBeMaker } from '../job/view'

/** Documents of one question or one write. */
const PART = 200
const COLUMNS = ['姓名', '登录名', '角色', '所属科室', '绑定码', '有效到', '怎样使用'].map((header, at) => ({ header, width: at === 6 ? 60 : 18 }))
const HOW = '微信：打开小程序，选「绑定码」；网页：在登录页选「第一次登录或忘了密码」。填登录名和这个码，只能用一次。'

/** A set is whole, or nobody of it gets in. */
function mustBeWhole({ kind, state, refused }: JobDoc): void {
  if (kind !== 'account-import') fail('not-found')
  if (state !== 'done') fail('account-import.not-done')
  if (refused > 0) fail('account-import.incomplete', { refused })
}

/** In use, not above the caller, and nobody has come in yet: no WeChat, no password. In the order of the sheet, as the file is handed out. */
async function waiting(ids: readonly string[], { institutionId, role }: SignedIn, { store }: Scene): Promise<AccountDoc[]> {
  const [accounts, links] = await Promise.all([accountsByIds(store, institutionId, ids), linksOf(store, institutionId, ids)])
  const bound = new Set(links.map(({ accountId }) => accountId))
  const order = new Map(ids.map((id, at) => [id, at]))
  return accounts.filter((account) => account.active && account.passwordHash === '' && !bound.has(account._id) && !isAbove(account.role, role))
    .sort((a, b) => (order.get(a._id) ?? 0) - (order.get(b._id) ?? 0))
}

interface Issued { account: AccountDoc; code: string; doc: BindCodeDoc }

function issued(account: AccountDoc, { accountId, institutionId }: SignedIn, { chance, secrets, now }: Scene): Issued {
  const code = bindCodeFrom(chance.bytes(BIND_CODE_LENGTH))
  const _id = bindCodeId(code, secrets) ?? fail('bind-code.wrong')
  return { account, code, doc: { _id, schema: 1, institutionId, accountId: account._id, loginName: account.loginName, expiresAt: bindCodeExpiry(now), usedAt: null, createdBy: accountId } }
}

/** Written before the file is: a call that is cut off leaves codes that nobody knows, and the next call voids them. */
async function issueFor(part: readonly string[], caller: SignedIn, scene: Scene): Promise<Issued[]> {
  const made = (await waiting(part, caller, scene)).map((account) => issued(account, caller, scene))
  await voidCodesOf(scene.store, caller.institutionId, made.map(({ account }) => account._id))
  if (made.length > 0) await scene.store.add('bind_codes', made.map(({ doc }) => doc))
  return made
}

/** One-time codes of a whole import as a file (S42): larger than one transaction, so each is a code like any other from its writing on. */
export const codes = handsOut(accountImportCodes, async ({ jobId }, caller, scene) => {
  mustBeWhole(mustBeMaker(await scene.store.get('jobs', jobId), caller))
  const all: Issued[] = []
  for (const part of inParts(await subjectsOf(scene.store, jobId), PART)) all.push(...await issueFor(part, caller, scene))
  if (all.length === 0) fail('account-import.nobody-waits')
  const names = new Map((await departmentsOf(scene.store, caller.institutionId)).map(({ _id, name }) => [_id, name]))
  const until = bindCodeExpiry(scene.now)
  const rows = all.map(({ account: { name, loginName, role, departmentId }, code }) =>
    [name, loginName, ROLE_WORDS[role], names.get(departmentId ?? '') ?? '', code, `${dayOf(until)} ${timeOf(until).slice(0, 5)}`, HOW])
  const bytes = await writeXlsx('绑定码', COLUMNS, [rows])
  return { name: `绑定码 ${all.length} 人`, bytes, audit: [{ subject: jobId, before: null, after: { rows: all.length, expiresAt: until } }] }
})
