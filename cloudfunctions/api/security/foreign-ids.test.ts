import type { Operation } from '../../../contract/operation'
import type { Reply } from '../../../contract/call'
import type { Role } from '../../../domain/account/role'
import { operations } from '../operations'
import { isIdLeaf, leavesOf, valuesAt, withValueAt } from './leaves'
import { at } from './recipes/recipe'
import { RECIPES } from './recipes/every'
import { openWorld, stored } from './world'

/** B25, architecture §3: another institution's id in every id field of every operation says as much as an id that is nowhere. */

/** Who sees the whole institution, one department of it, and who only reads. */
const ASKING: readonly Role[] = ['hospital-admin', 'department-head', 'viewer']
const HERE = (role: Role) => at({ institution: 'a', department: 'x', owner: `a-${role}-x` })
const ABROAD = at({ institution: 'b', department: 'x', owner: 'b-spare-x' })
const asked = operations.map(({ operation }) => operation)
const idPaths = ({ input }: Operation): string[][] => leavesOf(input).filter(isIdLeaf).map(({ path }) => [...path])

const nowhere = (text: string): string => text.replaceAll('b-', 'n-')
const REQUEST = 'request-000000000001'

interface Attempt { field: string; foreign: unknown; absent: unknown }

/** One input for each id that it holds: with the twin of another institution, and with one that is nowhere. */
function attemptsOf(operation: Operation, role: Role): Attempt[] {
  const here = RECIPES[operation.name]?.inputs(HERE(role)) ?? []
  const abroad = RECIPES[operation.name]?.inputs(ABROAD) ?? []
  return here.flatMap((input, index) => idPaths(operation).flatMap((path) => valuesAt(input, path).flatMap(({ at: place, value }) => {
    const [twin] = valuesAt(abroad[index], place)
    if (typeof value !== 'string' || typeof twin?.value !== 'string' || twin.value === value) return []
    return [{ field: place.join('.'), foreign: withValueAt(input, place, twin.value), absent: withValueAt(input, place, nowhere(twin.value)) }]
  })))
}

interface Told { reply: Reply; abroadChanged: boolean; logged: string[] }

async function ask({ name, changes }: Operation, input: unknown, role: Role): Promise<Told> {
  const world = openWorld()
  const before = stored(world, 'b')
  const reply = await world.ask(`o-a-${role}-x`, { operation: name, input, ...(changes && { requestId: REQUEST }) })
  return { reply, abroadChanged: stored(world, 'b') !== before, logged: world.logged }
}

test('every id field of every operation is filled by its recipe', () => {
  const bare = asked.flatMap((operation) => {
    const inputs = RECIPES[operation.name]?.inputs(HERE('hospital-admin')) ?? []
    const filled = (path: string[]): boolean => inputs.some((input) => valuesAt(input, path).some(({ value }) => typeof value === 'string' && value.startsWith('a-')))
    return idPaths(operation).filter((path) => !filled(path)).map((path) => `${operation.name}: ${path.join('.')}`)
  })
  expect(bare).toEqual([])
})

const attempts = asked.flatMap((operation) => attemptsOf(operation, 'hospital-admin').map(({ field }) => [`${operation.name} ${field}`, operation, field] as const))

test.each(attempts)('%s of another institution', async (_name, operation, field) => {
  for (const role of ASKING) {
    for (const attempt of attemptsOf(operation, role).filter((each) => each.field === field)) {
      const foreign = await ask(operation, attempt.foreign, role)
      const absent = await ask(operation, attempt.absent, role)
      expect(foreign).toMatchObject({ abroadChanged: false, logged: [] })
      expect(nowhere(JSON.stringify(foreign.reply))).toBe(JSON.stringify(absent.reply))
      expect(JSON.stringify(foreign.reply)).not.toContain('机密b')
    }
  }
})
