import { setTimeout as pause } from 'node:timers/promises'
import CloudBase from '@cloudbase/manager-node'
import { migrateAll } from '../cloud/migrations'
import { openCloudFromOutside } from '../cloud/tcb/app'
import { cloudDocumentStore } from '../cloud/tcb/document-store'
import { deploy } from './deploy'
import { desiredEnvironment } from './desired'
import { difference, EMPTY_ENVIRONMENT } from './difference'
import { readDoors, type Door } from './doors'
import { tcbManagement } from './tcb-management'
import { NEVER_IN_PRODUCTION, VARIABLES } from './variables'
import { inWords } from './words'

const FUNCTIONS = 'dist/cloudfunctions'
const SITE = 'dist/h5'
const CREDENTIALS = ['TCB_ENV', 'TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY']
/** Regions of mainland China: personal data of staff must stay there (PIPL). */
const REGIONS = ['ap-shanghai', 'ap-guangzhou', 'ap-beijing', 'ap-nanjing', 'ap-chengdu', 'ap-chongqing']

type Values = Readonly<Record<string, string | undefined>>

const regionOf = (values: Values): string => values.TCB_REGION ?? 'ap-shanghai'

/** What a person must still provide; a channel without its variables is off, a missing key stops a door. */
export function lacking(doors: readonly Door[], values: Values): { required: string[]; optional: string[] } {
  const needed = VARIABLES.filter(({ name }) => doors.some((door) => door.variables.includes(name)) && !values[name])
  const line = ({ name, meaning }: { name: string; meaning: string }): string => `${name}: ${meaning}`
  return { required: needed.filter(({ required }) => required).map(line), optional: needed.filter(({ required }) => !required).map(line) }
}

const listed = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)])

/** Without credentials nobody can be asked, so everything that an empty environment would get is told. */
function explain(doors: readonly Door[], values: Values, missing: readonly string[]): string[] {
  const { required, optional } = lacking(doors, values)
  const { steps } = difference(desiredEnvironment(doors, SITE, values), EMPTY_ENVIRONMENT)
  return [
    ...listed('Not connected; these variables are missing:', missing),
    ...listed('An empty environment would get:', steps.map(inWords)),
    ...listed('Still to be provided, without which functions refuse to start:', required),
    ...listed('Still to be provided, each a channel that stays off without it:', optional),
  ]
}

const refusals = (doors: readonly Door[], values: Values): string[] => [
  ...lacking(doors, values).required,
  ...NEVER_IN_PRODUCTION.filter((name) => values[name]).map((name) => `${name} must not be set in production`),
  ...(REGIONS.includes(regionOf(values)) ? [] : [`TCB_REGION ${regionOf(values)} lies outside mainland China: ${REGIONS.join(', ')}`]),
]

interface How { dryRun: boolean; say: (line: string) => void }

async function carryOut(doors: readonly Door[], values: Values, { dryRun, say }: How): Promise<boolean> {
  const envId = values.TCB_ENV ?? ''
  const cloud = new CloudBase({ secretId: values.TENCENTCLOUD_SECRETID ?? '', secretKey: values.TENCENTCLOUD_SECRETKEY ?? '', envId, region: regionOf(values) })
  const sources = { functionFolders: new Map(doors.map(({ name, folder }) => [name, folder])), siteFolder: SITE }
  const result = await deploy(desiredEnvironment(doors, SITE, values), tcbManagement(cloud, { envId, sources }), { dryRun, say })
  listed('Left alone:', result.notes).forEach((line) => say(line))
  if (result.failure) say(`Stopped at «${result.failure.step}»: ${result.failure.message}. Run it again to go on from there.`)
  else say(result.steps.length === 0 ? 'Nothing to do: the environment is as built.' : `${dryRun ? 'Would take' : 'Took'} ${result.steps.length} step(s).`)
  return result.failure === null
}

/** What was stored by an earlier version; the nightly sweep does the same for whatever is written by instances that are still running. */
async function bringForward(values: Values, say: How['say']): Promise<void> {
  const cloud = openCloudFromOutside({ env: values.TCB_ENV ?? '', secretId: values.TENCENTCLOUD_SECRETID ?? '', secretKey: values.TENCENTCLOUD_SECRETKEY ?? '', region: regionOf(values) })
  await migrateAll(cloudDocumentStore(cloud.database(), (attempt) => pause(25 * 2 ** attempt)), (name, documents) => say(`Brought ${documents} document(s) forward: ${name}`))
}

/** Brings an environment to what was built, or says what it would do. `values` is the environment of this process. */
export async function main(values: Values, how: How): Promise<boolean> {
  const doors = readDoors(FUNCTIONS, VARIABLES.map(({ name }) => name))
  const missing = CREDENTIALS.filter((name) => !values[name])
  if (missing.length > 0) {
    explain(doors, values, missing).forEach((line) => how.say(line))
    return how.dryRun
  }
  const refused = refusals(doors, values)
  listed('Before a deployment these must be put right:', refused).forEach((line) => how.say(line))
  if (refused.length > 0 && !how.dryRun) return false
  const done = await carryOut(doors, values, how)
  if (done && !how.dryRun) await bringForward(values, how.say)
  return done
}
