import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(__dirname, '../../..')
/** Whatever stands in backticks and looks like a file of the repository. */
const FILE = /`([\w.@/-]+\.(?:tsx?|mjs|cjs|js|json|md))`/g

test.each(['docs/security.md', 'docs/privacy-impact.md'])('%s names only files that are there', (paper) => {
  const named = [...readFileSync(join(ROOT, paper), 'utf8').matchAll(FILE)].map(([, file]) => file ?? '')
  expect(named.length).toBeGreaterThan(0)
  expect(named.filter((file) => !existsSync(join(ROOT, file)))).toEqual([])
})

test('docs/security.md quotes tests by their real names', () => {
  const text = readFileSync(join(ROOT, 'docs/security.md'), 'utf8')
  const tests = readFileSync(join(__dirname, 'attempts.test.ts'), 'utf8')
  const quoted = [...text.matchAll(/«([^»]+)»/g)].map(([, name]) => name ?? '')
  expect(quoted.length).toBeGreaterThan(5)
  expect(quoted.filter((name) => !tests.includes(name))).toEqual([])
})
