import { p95, timed, type Figures } from './figures'
import { withHospital } from './hospital'
import { addDevices } from './many'

const DEVICES = 100_000
const CALLS = 60
const KEYWORDS = ['裂隙灯', 'hcgz', '150000', '', 'hxj', '电动吸引器']

/** One institution with 100,000 devices, searched as a bound account does, over the wire. */
export const measureDeviceSearch = (): Promise<Figures> => withHospital('2026-11-01T00:00:00Z', async (emulator) => {
  await addDevices(emulator, DEVICES)
  const search = (keyword: string) => emulator.invoke('api', { operation: 'device.list', input: { keyword } }, 'wx-wangjun')
  for (const keyword of KEYWORDS) await search(keyword)
  const samples: number[] = []
  for (let n = 0; n < CALLS; n += 1) samples.push(await timed(() => search(KEYWORDS[n % KEYWORDS.length]!)))
  return { 'devices.search.p95ms@100k': p95(samples) }
})
