import type { RunDoc } from '../documents'
import { memoryStore, type MemoryStore } from './memory-store'

const run = (id: string, token: string): RunDoc => ({ _id: id, schema: 1, at: new Date(0), token, deadline: null, counts: {} })

let store: MemoryStore
const token = (id: string): string | undefined => store.all('runs').find(({ _id }) => _id === id)?.token
const setToken = (id: string, to: string): Promise<number> => store.update('runs', { _id: id }, { set: { token: to } })

/** A gate that a test opens itself: nothing waits for a time to pass. */
function gate(): { opened: Promise<void>; open(): void } {
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => { open = resolve })
  return { opened, open }
}

beforeEach(() => { store = memoryStore({ runs: [run('a', 'old'), run('b', 'old')] }) })

test('a plain write beside an open transaction is not lost at its commit', async () => {
  const { opened, open } = gate()
  const transaction = store.transaction(async (tx) => {
    await tx.change('runs', 'a', { set: { token: 'mine' } })
    await opened
  })
  await setToken('b', 'theirs')
  await store.add('runs', [run('c', 'theirs')])
  open()
  await transaction
  expect(['a', 'b', 'c'].map(token)).toEqual(['mine', 'theirs', 'theirs'])
})

test('a transaction sees the moment of its first operation, and its own writes', async () => {
  const { opened, open } = gate()
  const transaction = store.transaction(async (tx) => {
    const first = (await tx.get('runs', 'a'))?.token
    await opened
    await tx.set('runs', run('c', 'mine'))
    return [first, (await tx.get('runs', 'a'))?.token, await tx.get('runs', 'd'), (await tx.get('runs', 'c'))?.token]
  })
  await setToken('a', 'theirs')
  await store.add('runs', [run('d', 'theirs')])
  open()
  await expect(transaction).resolves.toEqual(['old', 'old', null, 'mine'])
  expect([token('a'), token('c'), token('d')]).toEqual(['theirs', 'mine', 'theirs'])
})

test('a transaction whose document was changed meanwhile runs again, on what is there now', async () => {
  const seen: Array<string | undefined> = []
  await store.transaction(async (tx) => {
    const before = (await tx.get('runs', 'a'))?.token
    seen.push(before)
    if (seen.length === 1) await setToken('a', 'theirs')
    await tx.change('runs', 'a', { set: { token: `${before} and mine` } })
  })
  expect(seen).toEqual(['old', 'theirs'])
  expect(token('a')).toBe('theirs and mine')
})

test('a document that is removed meanwhile, or appears, is a conflict too', async () => {
  let attempts = 0
  await store.transaction(async (tx) => {
    attempts += 1
    await tx.get('runs', 'a')
    if (attempts === 1) await store.remove('runs', { _id: 'b' })
    await tx.set('runs', run('b', 'mine'))
    if (attempts === 2) await store.add('runs', [run('c', 'theirs')])
    await tx.set('runs', run('c', 'mine'))
  })
  expect([attempts, token('b'), token('c')]).toEqual([3, 'mine', 'mine'])
})

test('a conflict that does not end is told after four attempts, and nothing of it stays', async () => {
  let attempts = 0
  const work = store.transaction(async (tx) => {
    attempts += 1
    await tx.change('runs', 'b', { set: { token: 'mine' } })
    await tx.get('runs', 'a')
    await setToken('a', `theirs ${attempts}`)
    await tx.change('runs', 'a', { set: { token: 'mine' } })
  })
  await expect(work).rejects.toMatchObject({ trouble: 'conflict' })
  expect([attempts, token('a'), token('b')]).toEqual([4, 'theirs 4', 'old'])
})

test('of two transactions that write the same document the first to write wins, and the other one begins anew', async () => {
  const [{ opened, open }, { opened: written, open: hasWritten }] = [gate(), gate()]
  const first = store.transaction(async (tx) => {
    await tx.change('runs', 'a', { increment: { 'counts.n': 1 } })
    hasWritten()
    await opened
  })
  await written
  let attempts = 0
  const second = store.transaction(async (tx) => {
    attempts += 1
    await tx.change('runs', 'a', { increment: { 'counts.n': 10 } })
  })
  open()
  await Promise.all([first, second])
  expect(store.all('runs').find(({ _id }) => _id === 'a')?.counts).toEqual({ n: 11 })
  expect(attempts).toBe(2)
})

test('a plain write waits for a document that an open transaction has written, and then looks again', async () => {
  const [{ opened, open }, { opened: written, open: hasWritten }] = [gate(), gate()]
  const transaction = store.transaction(async (tx) => {
    await tx.change('runs', 'a', { set: { token: 'mine' } })
    await tx.add('runs', run('c', 'mine'))
    hasWritten()
    await opened
  })
  await written
  const waiting = [store.update('runs', { token: 'old' }, { set: { token: 'theirs' } }), store.remove('runs', { _id: 'a', token: 'old' })]
  const added = store.add('runs', [run('c', 'theirs')])
  const refused = expect(added).rejects.toMatchObject({ trouble: 'duplicate' })
  open()
  await transaction
  expect(await Promise.all(waiting)).toEqual([1, 0])
  await refused
  expect(['a', 'b', 'c'].map(token)).toEqual(['mine', 'theirs', 'mine'])
})

test('what fails inside a transaction ends it: nothing of it is written, even if its work goes on', async () => {
  await expect(store.transaction(async (tx) => {
    await tx.set('runs', run('b', 'mine'))
    await tx.add('runs', run('a', 'mine'))
  })).rejects.toMatchObject({ trouble: 'duplicate' })
  await expect(store.transaction(async (tx) => {
    await tx.set('runs', run('b', 'mine'))
    await tx.add('runs', run('a', 'mine')).catch(() => undefined)
  })).rejects.toMatchObject({ trouble: 'unavailable' })
  await expect(store.transaction(async (tx) => {
    await tx.set('runs', run('b', 'mine'))
    throw new Error('changed my mind')
  })).rejects.toThrow('changed my mind')
  expect(token('b')).toBe('old')
  await expect(setToken('b', 'free again')).resolves.toBe(1)
})

test('a plain write looks and writes in one step: of two at once, one finds nothing left', async () => {
  const both = ['mine', 'theirs'].map((to) => store.update('runs', { token: 'old' }, { set: { token: to } }))
  expect(await Promise.all(both)).toEqual([2, 0])
})

test('what is handed out cannot be changed behind the store’s back, and what was handed in is copied', async () => {
  const mine = run('c', 'mine')
  await store.add('runs', [mine])
  mine.token = 'changed'
  const read = await store.get('runs', 'c')
  expect(read?.token).toBe('mine')
  expect(() => { if (read) read.token = 'changed' }).toThrow(TypeError)
  await store.update('runs', { _id: 'c' }, { set: { 'counts.a': 1 }, increment: { 'counts.b': 2 } })
  expect([read?.counts, (await store.get('runs', 'c'))?.counts]).toEqual([{}, { a: 1, b: 2 }])
})
