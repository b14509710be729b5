import fc from 'fast-check'
import { addDays } from '../kernel/civil-day'
import { peopleAsOf, papersAsOf } from './as-of'
import { groupedStandings, holdingOf, holdingRate, holdsBy, needingOf, standingsOf, type HoldingFacts, type Need, type Paper, type Staff, type Standing } from './holding'

const DAY = '2026-11-25'
const staff = (id: string, over: Partial<Staff> = {}): Staff => ({ id, departmentId: 'mr', presence: 'present', ...over })
const paper = (personId: string | null, over: Partial<Paper> = {}): Paper =>
  ({ personId, typeId: 'operator', deviceTypes: ['MR'], issuedOn: '2024-01-01', validFrom: null, expiresOn: '2026-12-31', longTerm: false, handling: null, ...over })
const need = (over: Partial<Need> = {}): Need => ({ by: 'department', of: 'imaging', typeId: 'operator', ...over })
type Facts = HoldingFacts & { papers: readonly Paper[] }
const facts = (over: Partial<Facts>): Facts => ({
  needs: [need()], people: [], papers: [], departments: [{ id: 'imaging', parentId: null }, { id: 'mr', parentId: 'imaging' }, { id: 'icu', parentId: null }],
  deviceTypes: new Map([['mr', new Set(['MR'])], ['icu', new Set(['呼吸机'])]]), ...over,
})
const standingsOn = (all: Facts, day: string): Standing[] => standingsOf(needingOf(all), holdsBy(all.papers, day))
const namesOn = (over: Partial<Facts>, day = DAY) => {
  const { holding, lacking, away } = holdingOf(standingsOn(facts(over), day))
  const ids = (list: typeof holding) => list.map(({ personId }) => personId)
  return { holding: ids(holding), lacking: ids(lacking), away: ids(away) }
}

describe('B31: 持证率', () => {
  test('counts who holds every type that his department or one above it asks for, 暂离 apart, without 离职 and who needs nothing', () => {
    expect(namesOn({
      needs: [need(), need({ typeId: 'radiation' })],
      people: [staff('both'), staff('one'), staff('none'), staff('away', { presence: 'away' }), staff('left', { presence: 'left' }), staff('elsewhere', { departmentId: 'icu' })],
      papers: [paper('both'), paper('both', { typeId: 'radiation' }), paper('one'), paper('left')],
    })).toEqual({ holding: ['both'], lacking: ['one', 'none'], away: ['away'] })
  })

  test('a rule of a 设备类型 binds the departments that have such a device, and only a certificate for such a device meets it', () => {
    const needs = [need({ by: 'device-type', of: 'MR' })]
    expect(namesOn({ needs, people: [staff('right'), staff('wrong'), staff('icu', { departmentId: 'icu' })], papers: [paper('right'), paper('wrong', { deviceTypes: ['CT'] })] }))
      .toEqual({ holding: ['right'], lacking: ['wrong'], away: [] })
  })

  test('S34: holds through its last day, never with a revoked certificate, and nobody by a certificate that is nobody’s', () => {
    const people = [staff('a')]
    expect(namesOn({ people, papers: [paper('a', { expiresOn: DAY })] }).holding).toEqual(['a'])
    expect(namesOn({ people, papers: [paper('a', { expiresOn: DAY })] }, addDays(DAY, 1)).lacking).toEqual(['a'])
    expect(namesOn({ people, papers: [paper('a', { handling: { kind: 'revoked', until: null } })] }).lacking).toEqual(['a'])
    expect(namesOn({ people, papers: [paper(null)] }).lacking).toEqual(['a'])
  })

  test('is 100% only when nobody lacks anything, and nothing where nobody needs anything', () => {
    expect(holdingRate({ holding: [], lacking: [] })).toBeNull()
    expect(holdingRate({ holding: new Array(2999), lacking: [1] })).toBe(999)
    expect(holdingRate({ holding: [1], lacking: [] })).toBe(1000)
  })

  test('by type or 设备类型 asks only what the group is about, so that one missing certificate spoils one group', () => {
    const standings = standingsOn(facts({ needs: [need(), need({ typeId: 'radiation' }), need({ by: 'device-type', of: 'MR' })], people: [staff('a')], papers: [paper('a')] }), DAY)
    const rates = (grouping: 'department' | 'type' | 'device-type') => [...groupedStandings(standings, grouping)].map(([key, group]) => [key, holdingRate(holdingOf(group))])
    expect(rates('type')).toEqual([['operator', 1000], ['radiation', 0]])
    expect(rates('device-type')).toEqual([['MR', 1000]])
    expect(rates('department')).toEqual([['mr', 0]])
  })

  test('whatever the rules and papers, both lists together are those who need one, and one more paper never lowers the rate', () => {
    const person = fc.record({ presence: fc.constantFrom('present', 'away', 'left' as const), departmentId: fc.constantFrom('mr', 'icu', 'imaging') })
    const anyNeed = fc.record({ by: fc.constantFrom('department', 'device-type' as const), of: fc.constantFrom('mr', 'imaging', 'MR', '呼吸机'), typeId: fc.constantFrom('operator', 'radiation') })
    fc.assert(fc.property(fc.array(person, { maxLength: 12 }), fc.array(anyNeed, { maxLength: 4 }), fc.array(fc.nat(11), { maxLength: 12 }), (people, needs, held) => {
      const all = facts({ needs: needs as Need[], people: people.map((each, at) => staff(String(at), each as Partial<Staff>)), papers: held.map((at) => paper(String(at))) })
      const standings = standingsOn(all, DAY)
      const now = holdingOf(standings)
      expect(now.holding.length + now.lacking.length + now.away.length).toBe(standings.length)
      expect(standings.every(({ duties }) => duties.length > 0)).toBe(true)
      const more = holdingOf(standingsOn({ ...all, papers: [...all.papers, paper('0', { typeId: 'radiation' })] }, DAY))
      expect(more.holding.length).toBeGreaterThanOrEqual(now.holding.length)
    }), { numRuns: 60 })
  })
})

describe('B31: for a past day', () => {
  test('a person stands where he stood: the first change after the day says what he was', () => {
    const changes = [
      { personId: 'a', at: new Date('2026-11-20T02:00:00Z'), before: { departmentId: 'icu', presence: 'present' as const } },
      { personId: 'a', at: new Date('2026-11-10T02:00:00Z'), before: { departmentId: 'imaging', presence: 'away' as const } },
    ]
    const on = (day: string) => peopleAsOf([staff('a')], changes, day).map(({ departmentId, presence }) => [departmentId, presence])[0]
    expect(['2026-11-09', '2026-11-10', '2026-11-19', '2026-11-20'].map(on)).toEqual([['imaging', 'away'], ['icu', 'present'], ['icu', 'present'], ['mr', 'present']])
  })

  test('B13: former cycles held then, and a revocation holds from its day on', () => {
    const present = paper('a', { issuedOn: '2026-06-01', handling: { kind: 'revoked', until: null } })
    const history = { present, handledAt: new Date('2026-11-20T02:00:00Z'), former: [{ issuedOn: '2022-01-01', validFrom: null, expiresOn: '2026-05-20', longTerm: false }] }
    const heldOn = (day: string) => namesOn({ people: [staff('a')], papers: papersAsOf(history, day) }, day).holding.length
    expect(['2026-05-20', '2026-05-21', '2026-06-01', '2026-11-19', '2026-11-20'].map(heldOn)).toEqual([1, 0, 1, 1, 0])
  })
})
