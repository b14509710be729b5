import type { Reply } from '../contract/call'
import type { Emulator } from '../emulator/emulator'
import type { HospitalOptions } from './cloud'
import { openTemporaryHospital, type TemporaryHospital } from './temporary-hospital'

const OPENING_MS = 60_000

type Options = Omit<HospitalOptions, 'dataFolder' | 'port'> & { now: Date }

/**
 * One hospital for a file of specifications, which keeps what its tests did.
 * `call` is what the app does in the mini-program in the name of `openid`, `upload` how it sends a file to the path it was given; `docs` reads a collection in order of `_id`, since no index serves a test's questions.
 */
export const keptHospital = (options: Options) => {
  let hospital: TemporaryHospital | undefined
  const emulator = (): Emulator => {
    if (!hospital) throw new Error('The hospital opens before the first test, not before.')
    return hospital.emulator
  }
  beforeAll(async () => { hospital = await openTemporaryHospital(options) }, OPENING_MS)
  afterAll(() => hospital?.close())

  let calls = 0
  const call = async (openid: string, operation: string, input: unknown = {}): Promise<Reply> =>
    (await emulator().invoke('api', { operation, input, requestId: `request-${String((calls += 1)).padStart(12, '0')}` }, openid)) as Reply
  const upload = (openid: string, path: string, bytes: Uint8Array) =>
    fetch(`${emulator().base}/_emulator/upload?path=${encodeURIComponent(path)}`, { method: 'PUT', headers: { 'x-emulator-openid': openid }, body: new Uint8Array(bytes) })
  const docs = (name: string) => emulator().store.find(name, {}, { sort: { _id: 1 }, limit: 1000 }).docs
  return { get emulator() { return emulator() }, call, upload, docs }
}

/** As above, and before each test again as it was at `now`: with the demo's data, or with `demo: false` without them. */
export const freshHospital = (options: Options) => {
  const hospital = keptHospital(options)
  beforeEach(async () => {
    await hospital.emulator.reset(options.demo !== false)
    hospital.emulator.clock.freeze(options.now)
  })
  return hospital
}

/** The data of a reply; a refusal fails the test with its words. */
export const data = async <T = Record<string, unknown>>(reply: Promise<Reply>): Promise<T> => {
  const answer = await reply
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.data as T
}

/** The code of a refusal, or `ok`. */
export const codeOf = async (reply: Promise<Reply>): Promise<string> => {
  const answer = await reply
  return answer.ok ? 'ok' : answer.code
}
