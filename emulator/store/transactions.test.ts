import { openFixture, type Fixture } from './store-fixture'
import type { StoreOptions } from './store'
import type { Store } from './types'

const plain = { multi: false, upsert: false, merge: true }
const conflict = expect.objectContaining({ code: 'DATABASE_TRANSACTION_CONFLICT' })
const over = expect.objectContaining({ code: 'DATABASE_TRANSACTION_FAIL' })

let fixture: Fixture
let store: Store

const openWith = async (options: Partial<StoreOptions>): Promise<void> => {
  fixture = await openFixture({ accounts: { indexes: [{ name: 'owner', fields: [['owner', 1]], unique: true }, { name: 'branch_balance', fields: [['branch', 1], ['balance', 1]] }] }, notes: {} }, options)
  store = fixture.store
  await store.insert('accounts', [{ _id: 'a', owner: 'ann', branch: 'x', balance: 100 }, { _id: 'b', owner: 'bob', branch: 'x', balance: 50 }])
}

beforeEach(() => openWith({}))
afterEach(() => fixture.remove())

const balance = (id: string, transaction?: string): unknown => store.find('accounts', { _id: id }, {}, transaction).docs[0]?.balance
const setBalance = (id: string, value: number, transactionId?: string) => store.modify('accounts', { _id: id }, { $set: { balance: value } }, { ...plain, transactionId })
const ids = (query: Record<string, unknown>, transaction?: string): string[] => store.find('accounts', query, { sort: { balance: 1 } }, transaction).docs.map(({ _id }) => _id)

test('a commit writes everything, and until then nobody else sees any of it', async () => {
  const transaction = store.begin()
  await setBalance('a', 70, transaction)
  await setBalance('b', 80, transaction)
  await store.insert('accounts', [{ _id: 'c', owner: 'cid', branch: 'x', balance: 1 }], transaction)
  expect([balance('a'), balance('b'), balance('c')]).toEqual([100, 50, undefined])
  await store.commit(transaction)
  expect([balance('a'), balance('b'), balance('c')]).toEqual([70, 80, 1])
  expect(store.count('accounts', {}).total).toBe(3)
})

test('a transaction sees its own writes, in the order of the index', async () => {
  const transaction = store.begin()
  await setBalance('a', 10, transaction)
  await store.insert('accounts', [{ _id: 'c', owner: 'cid', branch: 'x', balance: 30 }], transaction)
  await store.remove('accounts', { _id: 'b' }, { multi: false, transactionId: transaction })
  expect(ids({ branch: 'x' }, transaction)).toEqual(['a', 'c'])
  expect(store.find('accounts', { branch: 'x' }, { sort: { balance: -1 }, limit: 1 }, transaction).docs[0]?._id).toBe('c')
  expect(ids({ branch: 'x' })).toEqual(['b', 'a'])
  await store.abort(transaction)
  expect(ids({ branch: 'x' })).toEqual(['b', 'a'])
})

test('the snapshot begins at the first operation, not at the start', async () => {
  const transaction = store.begin()
  await setBalance('a', 1)
  expect(balance('a', transaction)).toBe(1)
  await setBalance('a', 2)
  expect(balance('a', transaction)).toBe(1)
  await store.abort(transaction)
})

test('a document inserted after the snapshot stays unseen, one removed after it stays seen', async () => {
  const transaction = store.begin()
  expect(ids({ branch: 'x' }, transaction)).toEqual(['b', 'a'])
  await store.insert('accounts', [{ _id: 'c', owner: 'cid', branch: 'x', balance: 0 }])
  await store.remove('accounts', { _id: 'a' }, { multi: false })
  expect(ids({ branch: 'x' }, transaction)).toEqual(['b', 'a'])
  expect(ids({ branch: 'x' })).toEqual(['c', 'b'])
  await store.abort(transaction)
})

test('the second transaction to write a document fails at once, and is over', async () => {
  const [first, second] = [store.begin(), store.begin()]
  await setBalance('a', 1, first)
  await expect(setBalance('a', 2, second)).rejects.toEqual(conflict)
  await expect(setBalance('b', 2, second)).rejects.toEqual(over)
  await store.commit(first)
  expect(balance('a')).toBe(1)
})

test('writing a document that is newer than the snapshot is a conflict', async () => {
  const transaction = store.begin()
  expect(balance('a', transaction)).toBe(100)
  await setBalance('a', 1)
  await expect(setBalance('a', 2, transaction)).rejects.toEqual(conflict)
  expect(balance('a')).toBe(1)
})

test('writing a document that was removed or set back after the snapshot is a conflict too', async () => {
  const [first, second] = [store.begin(), store.begin()]
  expect([balance('a', first), balance('b', second)]).toEqual([100, 50])
  await store.remove('accounts', { _id: 'a' }, { multi: false })
  await expect(setBalance('a', 2, first)).rejects.toEqual(conflict)
  await setBalance('b', 51)
  await setBalance('b', 50)
  await expect(setBalance('b', 52, second)).rejects.toEqual(conflict)
})

test('a conflict lets go of what the loser held: its next attempt goes through', async () => {
  const [loser, winner] = [store.begin(), store.begin()]
  await setBalance('b', 1, loser)
  await setBalance('a', 1, winner)
  await expect(setBalance('a', 2, loser)).rejects.toEqual(conflict)
  await store.commit(winner)
  const again = store.begin()
  await setBalance('b', 3, again)
  await setBalance('a', 3, again)
  await store.commit(again)
  expect([balance('a'), balance('b')]).toEqual([3, 3])
})

test('a transaction that failed may be given up once; then it is unknown', async () => {
  const [first, second] = [store.begin(), store.begin()]
  await setBalance('a', 1, first)
  await expect(setBalance('a', 2, second)).rejects.toEqual(conflict)
  await store.abort(second)
  await expect(store.abort(second)).rejects.toEqual(over)
  await store.abort(first)
  await expect(store.commit(first)).rejects.toEqual(over)
  await expect(store.commit('nonsense')).rejects.toEqual(over)
  expect(() => store.find('accounts', {}, {}, 'nonsense')).toThrow(over)
})

test('a plain write waits for the lock and then works on what was committed', async () => {
  const transaction = store.begin()
  await setBalance('a', 1, transaction)
  const waiting = store.modify('accounts', { _id: 'a' }, { $inc: { balance: 5 } }, plain)
  await store.commit(transaction)
  await expect(waiting).resolves.toMatchObject({ updated: 1 })
  expect(balance('a')).toBe(6)
})

test('a plain write whose document no longer matches after the wait changes nothing', async () => {
  const transaction = store.begin()
  await setBalance('a', 1, transaction)
  const waiting = store.modify('accounts', { _id: 'a', balance: 100 }, { $set: { balance: 7 } }, plain)
  await store.commit(transaction)
  await expect(waiting).resolves.toMatchObject({ updated: 0, doc: null })
  expect(balance('a')).toBe(1)
})

test('a plain write of one takes another match when the one it waited for is none any more', async () => {
  const transaction = store.begin()
  await store.modify('accounts', { _id: 'b' }, { $set: { branch: 'y' } }, { ...plain, transactionId: transaction })
  const waiting = store.modify('accounts', { branch: 'x' }, { $inc: { balance: 1 } }, plain)
  await store.commit(transaction)
  await expect(waiting).resolves.toMatchObject({ updated: 1, doc: { _id: 'a', balance: 101 } })
  expect(balance('b')).toBe(50)
})

test('a plain write of many leaves out who no longer matches after the wait', async () => {
  const transaction = store.begin()
  await store.modify('accounts', { _id: 'b' }, { $set: { branch: 'y' } }, { ...plain, transactionId: transaction })
  const waiting = store.modify('accounts', { branch: 'x' }, { $inc: { balance: 1 } }, { ...plain, multi: true })
  await store.commit(transaction)
  await expect(waiting).resolves.toMatchObject({ updated: 1 })
  expect([balance('a'), balance('b')]).toEqual([101, 50])
})

test('a document without any unique key is locked as well, be it changed, removed or not there yet', async () => {
  await store.insert('notes', [{ _id: 'n', text: 'old' }, { _id: 'm' }])
  const transaction = store.begin()
  await store.modify('notes', { _id: 'n' }, { $set: { text: 'new' } }, { ...plain, transactionId: transaction })
  await store.remove('notes', { _id: 'm' }, { multi: false, transactionId: transaction })
  await store.insert('notes', [{ _id: 'k' }], transaction)
  const other = store.begin()
  await expect(store.insert('notes', [{ _id: 'k' }], other)).rejects.toEqual(conflict)
  const waiting = [
    store.modify('notes', { _id: 'n' }, { $set: { more: 1 } }, plain),
    store.modify('notes', { _id: 'm' }, { $set: { more: 1 } }, plain),
    store.insert('notes', [{ _id: 'k', mine: true }]),
  ]
  await store.commit(transaction)
  await expect(waiting[0]).resolves.toMatchObject({ doc: { _id: 'n', text: 'new', more: 1 } })
  await expect(waiting[1]).resolves.toMatchObject({ updated: 0 })
  await expect(waiting[2]).rejects.toThrow('E11000')
})

test('a plain write gives up when the lock is not free in time', async () => {
  await fixture.remove()
  await openWith({ lockWaitMs: 30 })
  const transaction = store.begin()
  await setBalance('a', 1, transaction)
  await expect(setBalance('a', 2)).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED', message: expect.stringContaining('lock wait timeout') })
  await store.commit(transaction)
  expect(balance('a')).toBe(1)
})

test('a plain write of many documents waits for the locked one and does the others once', async () => {
  const transaction = store.begin()
  await setBalance('b', 0, transaction)
  const waiting = store.modify('accounts', { branch: 'x' }, { $inc: { balance: 1 } }, { ...plain, multi: true })
  await store.abort(transaction)
  await expect(waiting).resolves.toMatchObject({ updated: 2 })
  expect([balance('a'), balance('b')]).toEqual([101, 51])
})

test('unique keys are locked: a transaction that wants a key another one takes is in conflict', async () => {
  const [first, second] = [store.begin(), store.begin()]
  await store.insert('accounts', [{ _id: 'c', owner: 'eve' }], first)
  await expect(store.insert('accounts', [{ _id: 'd', owner: 'eve' }], second)).rejects.toEqual(conflict)
  const waiting = store.insert('accounts', [{ _id: 'e', owner: 'eve' }])
  await store.commit(first)
  await expect(waiting).rejects.toThrow('E11000 duplicate key error collection: accounts index: owner dup key: { owner: "eve" }')
})

test('a key that an open transaction gives up is free for others only after its commit', async () => {
  const transaction = store.begin()
  await store.remove('accounts', { _id: 'a' }, { multi: false, transactionId: transaction })
  const waiting = store.insert('accounts', [{ _id: 'c', owner: 'ann' }])
  await store.commit(transaction)
  await expect(waiting).resolves.toEqual(['c'])
})

test('a key taken by another after the snapshot is a conflict, not a duplicate', async () => {
  const transaction = store.begin()
  expect(balance('a', transaction)).toBe(100)
  await store.insert('accounts', [{ _id: 'c', owner: 'eve' }])
  await expect(store.insert('accounts', [{ _id: 'd', owner: 'eve' }], transaction)).rejects.toEqual(conflict)
})

test('within a transaction a duplicate is refused, and unique keys may change hands', async () => {
  const swap = store.begin()
  await store.modify('accounts', { _id: 'a' }, { $set: { owner: 'free' } }, { ...plain, transactionId: swap })
  await store.modify('accounts', { _id: 'b' }, { $set: { owner: 'ann' } }, { ...plain, transactionId: swap })
  await store.modify('accounts', { _id: 'a' }, { $set: { owner: 'bob' } }, { ...plain, transactionId: swap })
  await store.commit(swap)
  expect(store.find('accounts', { owner: 'bob' }).docs).toMatchObject([{ _id: 'a' }])
  const transaction = store.begin()
  await expect(store.insert('accounts', [{ _id: 'c', owner: 'ann' }], transaction)).rejects.toThrow('E11000')
  await expect(store.commit(transaction)).rejects.toEqual(over)
})

test('an _id that another transaction inserts is in conflict, one that exists a duplicate', async () => {
  const [first, second, third] = [store.begin(), store.begin(), store.begin()]
  await store.insert('accounts', [{ _id: 'c', owner: 'c' }], first)
  await expect(store.insert('accounts', [{ _id: 'c', owner: 'd' }], second)).rejects.toEqual(conflict)
  await expect(store.insert('accounts', [{ _id: 'a', owner: 'd' }], third)).rejects.toThrow('E11000 duplicate key error collection: accounts index: _id_ dup key: { _id: "a" }')
  await store.commit(first)
})

test('a transaction that is open too long is given up, and who waited for its locks goes on', async () => {
  await fixture.remove()
  await openWith({ transactionLifeMs: 50 })
  const transaction = store.begin()
  await setBalance('a', 1, transaction)
  await expect(store.modify('accounts', { _id: 'a' }, { $inc: { balance: 1 } }, plain)).resolves.toMatchObject({ updated: 1 })
  await expect(store.commit(transaction)).rejects.toEqual(over)
  await expect(store.abort(transaction)).rejects.toEqual(over)
  expect(balance('a')).toBe(101)
})

test('transfers that run at once never lose money and none is half done', async () => {
  const transfer = async (amount: number): Promise<boolean> => {
    const transaction = store.begin()
    try {
      const [from, to] = amount % 2 === 0 ? ['a', 'b'] : ['b', 'a']
      const left = balance(from ?? '', transaction) as number
      const right = balance(to ?? '', transaction) as number
      await setBalance(from ?? '', left - amount, transaction)
      await Promise.resolve()
      await setBalance(to ?? '', right + amount, transaction)
      await store.commit(transaction)
      return true
    } catch (error) {
      expect(error).toEqual(conflict)
      return false
    }
  }
  const results = await Promise.all(Array.from({ length: 60 }, (_, amount) => transfer(amount)))
  expect((balance('a') as number) + (balance('b') as number)).toBe(150)
  expect(results).toContain(true)
})
