import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The list is a module of its own kind, read as text: each entry names a file and an exact line in it. */
const root = join(__dirname, '../..')
const text = readFileSync(join(root, 'simulation/mutations.mjs'), 'utf8')
const lines = [...text.matchAll(/\{ name: '([^']+)', file: '([^']+)', from: (?:'((?:[^'])+)'|"([^"]+)")/g)]
  .map(([, name = '', file = '', single, double]) => [name, file, single ?? double ?? ''] as const)

test('every entry of the list is read', () => {
  expect(lines).toHaveLength(text.split('{ name: ').length - 1)
  expect(lines.length).toBeGreaterThanOrEqual(10)
})

test.each(lines)('the line that `npm run mutate` takes away is there exactly once: %s', (_, file, from) => {
  expect(readFileSync(join(root, file), 'utf8').split(from)).toHaveLength(2)
})
