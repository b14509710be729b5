import { hasMore, nothingHeld, readAgain, readMore, type Held } from './row-pages'

interface Row { id: string; text: string }
type Out = { rows: Row[]; total: number }

/** A list of `total` rows as the functions give it in pages. */
const listOf = (total: number, text = 'as it was') => {
  const sizes: number[] = []
  const read = async (page: number, pageSize: number): Promise<Out> => {
    sizes.push(pageSize)
    const rows = Array.from({ length: total }, (_, index) => ({ id: String(index), text })).slice((page - 1) * pageSize, page * pageSize)
    return { rows, total }
  }
  return { read, sizes }
}
const dead = () => Promise.reject(new Error('no network'))
const grown = async (pages: number, read: (page: number, size: number) => Promise<Out>): Promise<Held<Out, Row>> => {
  let held = await readAgain<Out, Row>(nothingHeld('{}'), read)
  for (let page = 1; page < pages; page += 1) held = await readMore(held, read)
  return held
}

test('rows come by twenty until all are there', async () => {
  const { read, sizes } = listOf(45)
  const held = await grown(3, read)
  expect(held.rows).toHaveLength(45)
  expect(hasMore(held)).toBe(false)
  expect(sizes).toEqual([20, 20, 20])
})

test('a row that moved down while pages were read is shown once', async () => {
  const held = await grown(1, listOf(40).read)
  const moved = await readMore(held, async () => ({ rows: [{ id: '19', text: 'as it was' }, { id: '20', text: 'as it was' }], total: 41 }))
  expect(moved.rows.map((row) => row.id).slice(-2)).toEqual(['19', '20'])
  expect(moved.rows).toHaveLength(21)
})

test('reading again reads as far as it was read, in large pages, and keeps the very rows that did not change', async () => {
  const held = await grown(6, listOf(300).read)
  const again = listOf(300)
  const after = await readAgain(held, async (page, size) => {
    const out = await again.read(page, size)
    return { ...out, rows: out.rows.map((row) => (row.id === '3' ? { ...row, text: 'changed' } : row)) }
  })
  expect(again.sizes).toEqual([100, 100])
  expect(after.rows.filter((row, index) => row !== held.rows[index]).map((row) => row.id).slice(0, 1)).toEqual(['3'])
})

test('of a very long list only the top is read again, the rest stays', async () => {
  const held = await grown(40, listOf(2000).read)
  const again = listOf(2000)
  const after = await readAgain(held, again.read)
  expect(again.sizes).toHaveLength(5)
  expect(after.rows).toHaveLength(800)
  expect(after.rows.every((row, index) => row === held.rows[index])).toBe(true)
  expect((await readMore(after, again.read)).rows).toHaveLength(820)
})

test('a failure leaves the rows and is told', async () => {
  const held = await grown(2, listOf(60).read)
  const failed = await readMore(held, dead)
  expect(failed.rows).toBe(held.rows)
  expect(failed.failure).not.toBeNull()
  expect((await readAgain(failed, dead)).rows).toBe(held.rows)
})
