import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { dayOf, timeOf } from '../domain/kernel/civil-day'
import { nodeSecrets } from '../cloud/secrets'
import { openCloudFromOutside } from '../cloud/tcb/app'
import { cloudDocumentStore } from '../cloud/tcb/document-store'
import { found, type Environment, type Founded } from './found'

type Values = Readonly<Record<string, string | undefined>>
type Say = (line: string) => void

const NEEDED = ['TCB_ENV', 'TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY', 'CODE_KEY'] as const
const OPERATOR = '--operator'
const USAGE = `npm run first-admin -- [${OPERATOR}] <institution> <login name> <name> [phone]`

function connect(values: Values): Environment {
  const cloud = openCloudFromOutside({ env: values.TCB_ENV ?? '', secretId: values.TENCENTCLOUD_SECRETID ?? '', secretKey: values.TENCENTCLOUD_SECRETKEY ?? '', region: values.TCB_REGION ?? 'ap-shanghai' })
  return {
    store: cloudDocumentStore(cloud.database(), async (attempt) => { await pause(25 * 2 ** attempt) }),
    secrets: nodeSecrets(values),
    chance: { newId: () => randomBytes(16).toString('hex'), bytes: (count) => randomBytes(count) },
    clock: { now: () => new Date(), elapsed: () => performance.now() },
  }
}

const told = ({ institution, loginName, code, expiresAt, isNew, recovered }: Founded, who: string): string => `
${isNew ? 'Made' : 'Found'} ${institution} and ${recovered ? 'drew a new code for' : 'made'} its ${who} ${loginName}.

  One-time code   ${code}
  Good until      ${dayOf(expiresAt)} ${timeOf(expiresAt).slice(0, 5)} (Asia/Shanghai)

Hand it over in person. With it he binds his WeChat in the mini-program (绑定码), or chooses a password on the web
edition (第一次登录或忘了密码). It works once and is stored nowhere.
`

/** Why it cannot even be tried; '' when it can. */
function lack(values: Values, args: readonly string[]): string {
  if (args.length < 3 || args.length > 4) return USAGE
  const missing = NEEDED.filter((name) => !values[name])
  return missing.length === 0 ? '' : `Not connected; these variables are missing: ${missing.join(', ')}`
}

const WHO = { 'hospital-admin': '院级管理员', 'platform-operator': '平台运维' } as const

/** `values` is the environment of this process; CODE_KEY is that of the functions. With `--operator` first it makes 平台运维. Answers whether it was done. */
export async function main(values: Values, asked: readonly string[], say: Say): Promise<boolean> {
  const role = asked[0] === OPERATOR ? 'platform-operator' : 'hospital-admin'
  const args = asked.filter((arg) => arg !== OPERATOR)
  const [institution = '', loginName = '', name = '', phone = ''] = args
  const wanting = lack(values, args)
  if (wanting !== '') {
    say(wanting)
    return false
  }
  try {
    say(told(await found({ institution, loginName, name, phone }, connect(values), role), WHO[role]))
    return true
  } catch (thrown) {
    say((thrown as Error).message)
    return false
  }
}
