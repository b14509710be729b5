import tcb from '@cloudbase/node-sdk'
import type { Bench } from '../testing/bench'

type App = ReturnType<typeof tcb.init>
export type Database = ReturnType<App['database']>

/** Two collections that the suite may empty at will, and nothing else. */
export const THINGS = 'contract_things'
/** Unique: `code`; `tags` (an array); `shelf` with `place`. Plain: `left` with `right`. */
export const KEYED = 'contract_keyed'

/** Where a fact is looked at: an emulator, or a real environment. */
export interface Site {
  app: App
  db: Database
  /** Puts these documents into `contract_things` and answers the collection. */
  things(...docs: object[]): Promise<ReturnType<Database['collection']>>
  keyed(): ReturnType<Database['collection']>
  /** The one document of `contract_things` with this _id. */
  thing(id: string): Promise<Record<string, unknown>>
  /** The emulator with its test functions; a fact of the cloud may not ask for it. */
  bench(): Bench
}

const noBench = (): Bench => {
  throw new Error('This fact needs the emulator: it may not be declared as one of the cloud.')
}

export const siteOf = (app: App, bench?: Bench): Site => {
  const db = app.database()
  const collection = db.collection(THINGS)
  return {
    app,
    db,
    things: async (...docs) => {
      if (docs.length > 0) await collection.add(docs)
      return db.collection(THINGS)
    },
    keyed: () => db.collection(KEYED),
    thing: async (id) => ((await db.collection(THINGS).doc(id).get()).data as Array<Record<string, unknown>>)[0] ?? {},
    bench: bench ? () => bench : noBench,
  }
}

/** Empties the suite's collections through the SDK, as on a real environment nothing else can. */
export const emptyWithSdk = async ({ db }: Site): Promise<void> => {
  for (const name of [THINGS, KEYED]) await db.collection(name).where({ _id: db.command.exists(true) }).remove()
}
