import { inCloud, inEmulator } from './fact'
import type { Site } from './site'
import { ERRORS, RUN_TRANSACTION, TRANSACTIONS, TRANSACTION_GUIDE, inSdk, seen } from './sources'

type Transaction = Awaited<ReturnType<Site['db']['startTransaction']>>

const CONFLICT = { code: 'DATABASE_TRANSACTION_CONFLICT' }
const doc = (transaction: Transaction, id = 'a') => transaction.collection('contract_things').doc(id)

/** The document's `n`, outside of every transaction. */
const n = async (site: Site, id = 'a'): Promise<unknown> => (await site.thing(id)).n

const nIn = async (transaction: Transaction, id = 'a'): Promise<unknown> => (((await doc(transaction, id).get()) as { data: { n: unknown } | null }).data)?.n

const both = async (site: Site): Promise<[Transaction, Transaction]> => [await site.db.startTransaction() as Transaction, await site.db.startTransaction() as Transaction]

/** Runs `work` and gives the transaction back, whatever happened. */
const within = async (site: Site, work: (transaction: Transaction) => Promise<void>): Promise<void> => {
  const transaction = (await site.db.startTransaction()) as Transaction
  try {
    await work(transaction)
  } finally {
    await transaction.rollback(null).catch(() => undefined)
  }
}

export const transactionFacts = [
  ...inCloud(
    ['a commit writes what the transaction did', 'transaction.commit', TRANSACTIONS, async (site) => {
      await site.things({ _id: 'a', n: 1 })
      await site.db.runTransaction((transaction: Transaction) => doc(transaction).update({ n: 2 }))
      expect(await n(site)).toBe(2)
    }],
    ['a rollback writes nothing', 'transaction.rollback', TRANSACTIONS, async (site) => {
      await site.things({ _id: 'a', n: 1 })
      await within(site, async (transaction) => { await doc(transaction).update({ n: 2 }) })
      expect(await n(site)).toBe(1)
    }],
    ['what a transaction wrote is not seen outside before its commit', 'transaction.isolation', TRANSACTION_GUIDE, async (site) => {
      await site.things({ _id: 'a', n: 1 })
      await within(site, async (transaction) => {
        await doc(transaction).update({ n: 2 })
        expect(await n(site)).toBe(1)
      })
    }],
    ['a transaction sees what it wrote itself', 'transaction.own-writes', TRANSACTION_GUIDE, async (site) => {
      await site.things({ _id: 'a', n: 1 })
      await within(site, async (transaction) => {
        await doc(transaction).update({ n: 2 })
        expect(await nIn(transaction)).toBe(2)
      })
    }],
    ['a transaction reads a snapshot: what others commit meanwhile it does not see', 'transaction.snapshot', TRANSACTION_GUIDE, async (site) => {
      const things = await site.things({ _id: 'a', n: 1 })
      await within(site, async (transaction) => {
        await nIn(transaction)
        await things.doc('a').update({ n: 5 })
        expect(await nIn(transaction)).toBe(1)
      })
    }],
    ['the snapshot begins with the first operation, not with startTransaction', 'transaction.first-operation', seen('Addendum', 'a transaction\'s snapshot begins at its first operation, not at `startTransaction`'), async (site) => {
      const things = await site.things({ _id: 'a', n: 1 })
      await within(site, async (transaction) => {
        await things.doc('a').update({ n: 5 })
        expect(await nIn(transaction)).toBe(5)
      })
    }],
    ['of two transactions the second to write a document fails at once', 'transaction.lock', TRANSACTION_GUIDE, async (site) => {
      await site.things({ _id: 'a', n: 1 })
      const [first, second] = await both(site)
      await doc(first).update({ n: 2 })
      await expect(doc(second).update({ n: 3 })).rejects.toMatchObject(CONFLICT)
      await first.commit()
    }],
    ['a transaction cannot write what another one changed since its snapshot', 'transaction.newer', TRANSACTION_GUIDE, async (site) => {
      const things = await site.things({ _id: 'a', n: 1 })
      await within(site, async (transaction) => {
        await nIn(transaction)
        await things.doc('a').update({ n: 5 })
        await expect(doc(transaction).update({ n: 2 })).rejects.toMatchObject(CONFLICT)
      })
    }],
    ['two transactions cannot take one value of a unique index', 'transaction.unique-lock', TRANSACTION_GUIDE, async (site) => {
      const [first, second] = await both(site)
      const add = (transaction: Transaction, _id: string) => transaction.collection('contract_keyed').add({ _id, code: 1, tags: _id, shelf: _id })
      await add(first, 'a')
      await expect(add(second, 'b')).rejects.toMatchObject(CONFLICT)
      await first.rollback(null)
    }],
    ['a conflict has a code of its own', 'transaction.conflict-code', ERRORS, async (site) => {
      await site.things({ _id: 'a', n: 1 })
      const [first, second] = await both(site)
      await doc(first).update({ n: 2 })
      await expect(doc(second).remove()).rejects.toMatchObject(CONFLICT)
      await first.commit()
    }],
    ['runTransaction tries again after a conflict, up to three times', 'transaction.conflict-code', RUN_TRANSACTION, async (site) => {
      await site.things({ _id: 'a', n: 1 })
      const other = (await site.db.startTransaction()) as Transaction
      await doc(other).update({ n: 2 })
      let runs = 0
      await site.db.runTransaction(async (transaction: Transaction) => {
        runs += 1
        if (runs === 3) await other.rollback(null)
        await doc(transaction).update({ n: 9 })
      })
      expect([runs, await n(site)]).toEqual([3, 9])
    }],
    ['an error ends its transaction', 'transaction.error-ends', TRANSACTION_GUIDE, async (site) => {
      await site.things({ _id: 'a', n: 1 }, { _id: 'b', n: 1 })
      const [first, second] = await both(site)
      await doc(first).update({ n: 2 })
      await doc(second).update({ n: 2 }).catch(() => undefined)
      await expect(doc(second, 'b').update({ n: 2 })).rejects.toHaveProperty('code')
      await first.commit()
    }],
    ['a rollback after an error is taken', 'transaction.rollback-after-error', RUN_TRANSACTION, async (site) => {
      await site.things({ _id: 'a', n: 1 })
      const [first, second] = await both(site)
      await doc(first).update({ n: 2 })
      await doc(second).update({ n: 2 }).catch(() => undefined)
      await second.rollback(null)
      await first.commit()
    }],
    ['a transaction that has ended cannot be committed', 'transaction.gone', ERRORS, async (site) => {
      const transaction = (await site.db.startTransaction()) as Transaction
      await transaction.commit()
      await expect(transaction.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
    }],
    ['a plain write waits for the transaction that holds the document', 'transaction.blocks', TRANSACTION_GUIDE, async (site) => {
      const things = await site.things({ _id: 'a', n: 0 }, { _id: 'b', n: 0 })
      const transaction = (await site.db.startTransaction()) as Transaction
      await doc(transaction).update({ n: 1 })
      const waiting = things.doc('a').update({ n: site.db.command.inc(1) })
      for (let read = 0; read < 5; read += 1) await n(site, 'b')
      await transaction.commit()
      await waiting
      expect(await n(site)).toBe(2)
    }],
  ),
  ...inEmulator(
    ['a plain write waits for a transaction only so long', 'transaction.wait-ends', TRANSACTION_GUIDE, async (site) => {
      const things = await site.things({ _id: 'a', n: 0 })
      await within(site, async (transaction) => {
        await doc(transaction).update({ n: 1 })
        await expect(things.doc('a').update({ n: 2 })).rejects.toMatchObject({ message: expect.stringContaining('wait') })
      })
    }],
    ['a transaction that is left open ends by itself', 'transaction.life', TRANSACTION_GUIDE, async (site) => {
      await site.things({ _id: 'a', n: 0 })
      const transaction = (await site.db.startTransaction()) as Transaction
      await doc(transaction).update({ n: 1 })
      await new Promise((resolve) => setTimeout(resolve, 1700))
      await expect(transaction.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
    }],
    ['runTransaction of wx-server-sdk does not try again after a conflict in its callback', 'transaction.lock', inSdk('1.5', 'its wrapper turns it into errCode -501001 without `code`; callback ran 1×, vs 3× → ok with node-sdk'), async (site) => {
      expect(await site.bench().emulator.invoke('wechat', { what: 'retries' }, 'zhang')).toEqual({ runs: 1, ended: 'failed' })
    }],
  ),
]
