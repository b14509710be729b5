import { resolve } from 'node:path'
import { test as base } from '@playwright/test'
import { openTemporaryHospital } from '../demo/temporary-hospital'
import type { Emulator } from '../emulator/emulator'

interface Fixtures { startsAt: string; hospital: Emulator }

/** `hospital` runs for one test; its clock stands at `startsAt`. */
export const test = base.extend<Fixtures>({
  startsAt: ['2024-08-01T01:00:00Z', { option: true }],
  hospital: async ({ startsAt }, provide) => {
    const { emulator, close } = await openTemporaryHospital({ webFolder: resolve('dist/h5-emulator'), now: new Date(startsAt) })
    await provide(emulator)
    await close()
  },
})
export { expect } from '@playwright/test'

/** The console's control interface, as anyone would script it. */
export const control = async (base: string, path: string, body?: unknown): Promise<unknown> => {
  const init = body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const reply = await fetch(`${base}/_emulator/${path}`, init)
  if (!reply.ok) throw new Error(`${path} answered ${reply.status}: ${await reply.text()}`)
  return reply.json()
}
