import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type StoreOptions } from './store'
import type { Schema, Store } from './types'

/** A store in a folder of its own, for tests: `reopen` closes it and opens the folder again. */
export interface Fixture {
  folder: string
  store: Store
  reopen(schema?: Schema): Promise<Store>
  remove(): Promise<void>
}

export const NOON = new Date('2024-05-01T12:00:00.000Z')

export const openFixture = async (schema: Schema, options: Partial<StoreOptions> = {}): Promise<Fixture> => {
  const folder = mkdtempSync(join(tmpdir(), 'emulator-store-'))
  const open = (declared: Schema): Promise<Store> => openStore({ folder, schema: declared, now: () => NOON, ...options })
  const fixture: Fixture = {
    folder,
    store: await open(schema),
    reopen: async (declared = schema) => {
      await fixture.store.close()
      fixture.store = await open(declared)
      return fixture.store
    },
    remove: async () => {
      await fixture.store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return fixture
}
