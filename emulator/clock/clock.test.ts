import { emulatedDate } from './emulated-date'
import { createClock } from './clock'
import { newCell, openCell, readCell, runAhead, standStill } from './cell'

describe('the shared cell', () => {
  const cell = openCell(newCell())
  test.each([[0], [1], [1_722_470_400_123], [-86_400_001], [8_640_000_000_000_000]])('stands at %d whatever the real time is', (at) => {
    standStill(cell, at)
    expect(readCell(cell, 5)).toBe(at)
  })
  test.each([[0], [3_600_000], [-3_600_001]])('runs %d ms ahead of real time', (distance) => {
    runAhead(cell, distance)
    expect(readCell(cell, 1000)).toBe(1000 + distance)
  })
})

describe('the clock', () => {
  test('frozen it stands, released it goes on from there', () => {
    const clock = createClock(new Date('2030-01-01T00:00:00Z'))
    expect([clock.isFrozen(), clock.now().toISOString()]).toEqual([true, '2030-01-01T00:00:00.000Z'])
    clock.run()
    expect(clock.isFrozen()).toBe(false)
    expect(clock.now().toISOString()).toMatch(/^2030-01-01T00:00:0/)
  })
  test('it says when it was changed', () => {
    const clock = createClock()
    const seen: boolean[] = []
    clock.onChange(() => seen.push(clock.isFrozen()))
    clock.freeze(new Date(0))
    clock.run(new Date(1000))
    expect(seen).toEqual([true, false])
  })
})

describe('the Date of functions', () => {
  const At = emulatedDate(Date, () => 1_722_470_400_123.9)
  test('its present is the emulated instant, in whole milliseconds', () => {
    expect([At.now(), new At().getTime(), new Date(At()).getTime()]).toEqual([1_722_470_400_123, 1_722_470_400_123, 1_722_470_400_000])
  })
  test('a given instant is left as it is', () => {
    expect([new At(5).getTime(), new At('2024-01-01T00:00:00Z').getTime(), new At(2024, 0, 1).getMonth()]).toEqual([5, 1_704_067_200_000, 0])
    expect([At.UTC(1970, 0, 1), At.parse('1970-01-01T00:00:00Z'), At.length, At.name]).toEqual([0, 0, 7, 'Date'])
  })
  test('its instances are dates, and can be derived from', () => {
    class Later extends At { twice(): number { return this.getTime() * 2 } }
    expect([new At() instanceof Date, new Date() instanceof At, Object.prototype.toString.call(new At())]).toEqual([true, true, '[object Date]'])
    expect(new Later(21).twice()).toBe(42)
    expect(structuredClone(new At(7))).toEqual(new Date(7))
  })
})
