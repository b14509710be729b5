import { ALL_RULES, rulesOffIn, switchOff } from '../rules/rules'
import { ALL_FACTS } from './all-facts'
import { emptyWithSdk, type Site } from './site'
import { openPlace, type Place } from './place'

jest.setTimeout(60_000)

const IN_CLOUD = process.env.CONTRACT_ENV !== undefined
const facts = ALL_FACTS.filter(({ runs }) => !IN_CLOUD || runs === 'cloud')

describe('the contract suite', () => {
  test('holds at least 200 facts, each under a name of its own with its source', () => {
    expect(ALL_FACTS.length).toBeGreaterThanOrEqual(200)
    expect(new Set(ALL_FACTS.map(({ name }) => name)).size).toBe(ALL_FACTS.length)
    expect(ALL_FACTS.filter(({ source }) => !/^(https:\/\/\S+\.\S+\/|(seen on the wire|read in the SDK's source), notes §\S+: «.+»$)/.test(source))).toEqual([])
  })

  test('every rule that can be switched off is the ground of a fact', () => {
    expect(ALL_RULES.filter((rule) => !ALL_FACTS.some((fact) => fact.rule === rule))).toEqual([])
  })

  test('a rule that does not exist cannot be switched off', () => {
    expect(() => switchOff(['no.such-rule'])).toThrow('There is no rule «no.such-rule»')
    expect(rulesOffIn({ EMULATOR_RULES_OFF: 'page.default, unique.single' })).toEqual(['page.default', 'unique.single'])
  })
})

describe(IN_CLOUD ? `facts on ${process.env.CONTRACT_ENV}` : 'facts', () => {
  let place: Place
  let site: Site
  beforeAll(async () => {
    place = await openPlace()
    site = place.site
  })
  afterAll(() => place.close())
  beforeEach(() => (IN_CLOUD ? emptyWithSdk(site) : place.empty()))
  afterEach(() => switchOff([]))

  test.each(facts)('$name', async ({ rule, run }) => {
    await run(site)
    if (IN_CLOUD) return
    await place.empty()
    switchOff([rule])
    await expect(run(site)).rejects.toThrow()
  })
})
