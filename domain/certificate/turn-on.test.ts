import { turnOn } from './turn-on'

const turn = (cycle: number, issuedOn: string | null, expiresOn: string) => ({ cycle, issuedOn, validFrom: null, expiresOn, longTerm: false, handling: null })

test('B13, B31: on a past day stands the cycle that held then, in a gap the one that had ended, before the first none', () => {
  const turns = [turn(2, '2025-03-01', '2029-02-28'), turn(1, '2021-01-01', '2024-12-31')]
  const on = (day: string) => turnOn(turns, day)?.cycle ?? null
  expect(['2020-12-31', '2021-01-01', '2024-12-31', '2025-01-15', '2025-03-01', '2029-03-01'].map(on)).toEqual([null, 1, 1, 1, 2, 2])
})
