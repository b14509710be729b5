import type { Emulator } from '../emulator/emulator'
import { countCalls } from './counted-calls'
import { p95, timed, type Figures } from './figures'
import { withHospital } from './hospital'
import { addCertificates, addCovers, addDevices } from './many'

const MANY = 100_000
const CALLS = 60
const DEVICE_SEARCHES = ['裂隙灯', 'hcgz', '150000', '', 'hxj', '电动吸引器'].map((keyword) => ({ keyword }))
/** As 选择设备 scrolls: page after page, with a keyword and without. */
const PICKER_PAGES = [{}, { page: 2 }, { page: 20 }, { keyword: 'hxj' }, { keyword: 'hxj', page: 30 }].map((asked) => ({ pageSize: 20, ...asked }))
const CERTIFICATE_LISTS = [{}, { bucket: 'ok' }, { keyword: 'm000012345' }, { departmentId: 'dept-ct' }, { page: 50 }, { order: 'far' }]

/** As a bound account that sees the whole hospital asks, over the wire, one call after the other; every question once before the clock runs. */
const p95Of = async (emulator: Emulator, operation: string, inputs: readonly object[]): Promise<number> => {
  const ask = (input: object): Promise<unknown> => emulator.invoke('api', { operation, input }, 'wx-wangjun')
  for (const input of inputs) await ask(input)
  const samples: number[] = []
  for (let n = 0; n < CALLS; n += 1) samples.push(await timed(() => ask(inputs[n % inputs.length]!)))
  return p95(samples)
}

const asAdministrator = (emulator: Emulator, operation: string): Promise<unknown> => emulator.invoke('api', { operation, input: {} }, 'wx-wangjun')

/** Calls to the database that one call of the app makes. */
const callsOf = async (emulator: Emulator, operation: string): Promise<number> => {
  const asked = countCalls(emulator.store)
  await asAdministrator(emulator, operation)
  return asked.calls
}

/** One hospital with 100,000 devices and as many certificates: what its people open every day. */
export const measureLists = (): Promise<Figures> => withHospital('2026-11-01T00:00:00Z', async (emulator) => {
  await addDevices(emulator, MANY)
  await addCertificates(emulator, MANY)
  await addCovers(emulator, MANY)
  return {
    'devices.search.p95ms@100k': await p95Of(emulator, 'device.list', DEVICE_SEARCHES),
    'devices.picker.p95ms@100k': await p95Of(emulator, 'device.list', PICKER_PAGES),
    // Emulator, store and functions live in this one process.
    'devices.search.rssMB@100k': Math.round(process.memoryUsage().rss / 1e6),
    'certificates.list.p95ms@100k': await p95Of(emulator, 'certificate.list', CERTIFICATE_LISTS),
    'plan.list.p95ms@100k': await p95Of(emulator, 'plan.list', [{}, { state: 'running' }]),
    'certificates.photos.p95ms@100k': await p95Of(emulator, 'certificate.photos', [0, 50, 5000].map((from) => ({ ids: Array.from({ length: 20 }, (_, n) => `many-${from + n}`) }))),
    'home.overview.p95ms@100k': await p95Of(emulator, 'home.overview', [{}]),
    'home.overview.calls': await callsOf(emulator, 'home.overview'),
  }
})
