import { setTimeout as pause } from 'node:timers/promises'
import { openCloudFromOutside } from '../cloud/tcb/app'
import { cloudDocumentStore } from '../cloud/tcb/document-store'
import { cloudFileStore } from '../cloud/tcb/file-store'
import { restoreBackup } from './restore'
import { takeBackup, type Environment } from './take'

type Values = Readonly<Record<string, string | undefined>>
type Say = (line: string) => void

const NEEDED = ['TCB_ENV', 'TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY'] as const

function connect(values: Values, say: Say): Environment {
  const cloud = openCloudFromOutside({ env: values.TCB_ENV ?? '', secretId: values.TENCENTCLOUD_SECRETID ?? '', secretKey: values.TENCENTCLOUD_SECRETKEY ?? '', region: values.TCB_REGION ?? 'ap-shanghai' })
  const waiting = async (attempt: number): Promise<void> => { await pause(25 * 2 ** attempt) }
  return { store: cloudDocumentStore(cloud.database(), waiting), files: cloudFileStore(cloud), clock: { now: () => new Date(), elapsed: () => performance.now() }, say }
}

const counted = ({ documents, files }: { documents: number; files: number }): string => `${documents.toLocaleString('en-US')} documents and ${files.toLocaleString('en-US')} files`

const VERBS: Readonly<Record<string, (environment: Environment, args: readonly string[]) => Promise<string>>> = {
  take: async (environment, [name = '', path = '']) => `Took ${counted(await takeBackup(environment, name, path))} of ${name} into ${path}.`,
  restore: async (environment, [path = '']) => {
    const restored = await restoreBackup(environment, path)
    return `Restored ${counted(restored)} of ${restored.name}.`
  },
}
const USAGE = 'npm run backup -- take <institution> <file.jsonl.gz>\nnpm run backup -- restore <file.jsonl.gz>'

/** `values` is the environment of this process. Answers whether it was done. */
export async function main(values: Values, [verb = '', ...args]: readonly string[], say: Say): Promise<boolean> {
  const missing = NEEDED.filter((name) => !values[name])
  const work = VERBS[verb]
  if (!work || args.length !== (verb === 'take' ? 2 : 1)) say(USAGE)
  else if (missing.length > 0) say(`Not connected; these variables are missing: ${missing.join(', ')}`)
  else {
    try {
      say(await work(connect(values, say), args))
      return true
    } catch (thrown) {
      say((thrown as Error).message)
    }
  }
  return false
}
