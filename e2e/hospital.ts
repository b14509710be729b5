import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test as base } from '@playwright/test'
import { startHospital } from '../demo/cloud'
import type { Emulator } from '../emulator/emulator'

/** A story's own hospital on a free port, gone afterwards. `at` freezes its clock (ISO). */
export const openHospital = async (at: string, demo = true): Promise<{ emulator: Emulator; close: () => Promise<void> }> => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'hospital-'))
  const emulator = await startHospital({ dataFolder, webFolder: resolve('dist/h5-emulator'), port: 0, now: new Date(at), demo })
  return {
    emulator,
    close: async () => {
      await emulator.close()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

interface Fixtures { startsAt: string; hospital: Emulator }

/** `hospital` runs for one test; its clock stands at `startsAt`. */
export const test = base.extend<Fixtures>({
  startsAt: ['2024-08-01T01:00:00Z', { option: true }],
  hospital: async ({ startsAt }, provide) => {
    const { emulator, close } = await openHospital(startsAt)
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
