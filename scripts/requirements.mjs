// Which tests guard which requirement: reads the ids of docs/requirements.md and the titles of every test, prints the table and fails on an id that is built and has no test.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

const ROOMS = ['domain', 'contract', 'cloud', 'cloudfunctions', 'emulator', 'demo', 'deploy', 'backup', 'founding', 'bench', 'src', 'e2e']
const TEST_FILE = /\.(test|spec)\.(tsx?|js)$/
const CALLS = new Set(['test', 'it', 'describe'])

const filesUnder = (folder) => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
  const path = join(folder, entry.name)
  if (entry.isDirectory()) return filesUnder(path)
  return TEST_FILE.test(entry.name) ? [path] : []
})

/** `test('…')`, `test.each(…)('…')`, `describe('…')`: the name the call begins with. */
const nameOf = (expression) => {
  if (ts.isIdentifier(expression)) return expression.text
  if (ts.isPropertyAccessExpression(expression) || ts.isCallExpression(expression)) return nameOf(expression.expression)
  return ''
}
const wordsOf = (node) => {
  if (ts.isStringLiteralLike(node)) return node.text
  return ts.isTemplateExpression(node) ? [node.head, ...node.templateSpans.map((span) => span.literal)].map((part) => part.text).join(' ') : ''
}

const titlesOf = (path) => {
  const titles = []
  const visit = (node) => {
    if (ts.isCallExpression(node) && CALLS.has(nameOf(node.expression)) && node.arguments[0]) titles.push(wordsOf(node.arguments[0]))
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest))
  return titles
}

/** «S18–S21» stands for every id between. */
const idsOf = (title) => [...title.matchAll(/\b([SB])(\d{1,2})(?:[–-]\1(\d{1,2}))?\b/g)].flatMap(([, letter, from, to]) =>
  Array.from({ length: Number(to ?? from) - Number(from) + 1 }, (_, step) => `${letter}${Number(from) + step}`))

const guards = new Map()
for (const path of ROOMS.flatMap(filesUnder)) {
  for (const id of new Set(titlesOf(path).flatMap(idsOf))) guards.set(id, [...(guards.get(id) ?? []), path])
}

const required = [...readFileSync('docs/requirements.md', 'utf8').matchAll(/^- ([SB]\d{1,2}) (.+)$/gm)].map(([, id, text]) => ({ id, text }))
for (const { id, text } of required) {
  const paths = guards.get(id) ?? []
  console.log(`${id.padEnd(4)}${String(paths.length).padStart(3)}  ${text.slice(0, 60).padEnd(62)}${paths[0] ?? 'NO TEST'}${paths.length > 1 ? ' …' : ''}`)
}
const isBuilt = ({ text }) => !text.startsWith('(not built yet)')
const without = required.filter((each) => isBuilt(each) && !guards.has(each.id)).map(({ id }) => id)
const built = required.filter((each) => !isBuilt(each) && guards.has(each.id)).map(({ id }) => id)
const unknown = [...guards.keys()].filter((id) => !required.some((known) => known.id === id))
if (unknown.length > 0) console.log(`Tests name ids that docs/requirements.md does not know: ${unknown.join(', ')}.`)
if (built.length > 0) console.log(`docs/requirements.md says «not built yet» of what has tests: ${built.join(', ')}.`)
console.log(without.length === 0 ? `Each of the ${required.filter(isBuilt).length} requirements that are built has a file of tests that names it; not built yet: ${required.filter((each) => !isBuilt(each)).map(({ id }) => id).join(', ')}.` : `Without a test that names them: ${without.join(', ')}.`)
process.exit(without.length + unknown.length + built.length === 0 ? 0 : 1)
