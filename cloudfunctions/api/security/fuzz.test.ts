import { resolve } from 'node:path'
import { fuzz } from './fuzz'
import { knownCodes } from './known-codes'

const CALLS = 8_000

test('random and mutated calls get replies of the contract and nothing else: no crash, nothing unexpected, no field too many, nothing of another institution', async () => {
  const { findings, answered, refused, calls } = await fuzz({ seed: 20261125, calls: CALLS, known: knownCodes(resolve(__dirname, '../../..')) })
  expect(findings.slice(0, 5)).toEqual([])
  expect(calls).toBe(CALLS)
  // A fuzz that is refused at the door proves nothing.
  expect(answered).toBeGreaterThan(CALLS / 10)
  expect(Object.keys(refused).length).toBeGreaterThan(30)
}, 120_000)
