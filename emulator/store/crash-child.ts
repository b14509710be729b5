import { writeSync } from 'node:fs'
import { openStore } from './store'
import type { Store } from './types'

/**
 * A process for the durability test: it writes to the store of a folder as fast as it can, and says on its standard output what has been
 * acknowledged, one id a line, until it is killed.
 */
const schema = {
  notes: { indexes: [{ name: 'round_at', fields: [['round', 1], ['at', 1]] as const, unique: true }] },
  accounts: {},
  transfers: { indexes: [{ name: 'from', fields: [['from', 1]] as const }] },
}

const say = (id: string): void => void writeSync(1, `${id}\n`)

const writeNotes = async (store: Store, round: string): Promise<void> => {
  for (let at = 0; ; at += 1) {
    const [id = ''] = await store.insert('notes', [{ _id: `note-${round}-${at}`, round, at, text: 'x'.repeat(at % 300) }])
    say(id)
  }
}

const transfer = async (store: Store, id: string, from: string): Promise<void> => {
  const to = from === 'a' ? 'b' : 'a'
  const transaction = store.begin()
  const change = (account: string, amount: number) =>
    store.modify('accounts', { _id: account }, { $inc: { balance: amount } }, { multi: false, upsert: false, merge: true, transactionId: transaction })
  await change(from, -1)
  await change(to, 1)
  await store.insert('transfers', [{ _id: id, from, to }], transaction)
  await store.commit(transaction)
}

const writeTransfers = async (store: Store, round: string): Promise<void> => {
  for (let at = 0; ; at += 1) {
    const id = `transfer-${round}-${at}`
    await transfer(store, id, at % 3 === 0 ? 'b' : 'a')
    say(id)
  }
}

const run = async ([folder = '', round = '']: string[]): Promise<void> => {
  const store = await openStore({ folder, schema, now: () => new Date() })
  if (store.count('accounts', {}).total === 0) await store.insert('accounts', [{ _id: 'a', balance: 500 }, { _id: 'b', balance: 500 }])
  await Promise.all([writeNotes(store, round), writeNotes(store, `${round}'`), writeTransfers(store, round)])
}

run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(String(error))
  process.exitCode = 1
})
