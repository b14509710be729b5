import { readFileSync } from 'node:fs'
import { ENDED_REASONS, OFF_REASONS } from '../../../domain/reminder/plan-state'
import { missedWords, reasonWords } from './wording'

/** The closed set behind a type, as its file says it. */
const namedIn = (path: string, type: string): string[] => {
  const [, body = ''] = new RegExp(`export type ${type} =([\\s\\S]*?)\\n\\n`).exec(readFileSync(path, 'utf8')) ?? []
  return [...body.replace(/\/\*\*[\s\S]*?\*\//g, '').matchAll(/'([a-z-]+)'/g)].map((match) => match[1] ?? '')
}

test('B7: 为什么没收到 has words for every reason that it can give', () => {
  const reasons = namedIn('domain/reminder/why-not.ts', 'Missed')
  expect(reasons).toEqual(expect.arrayContaining(['named-later', 'missed-day', 'no-channel', 'review']))
  expect(reasons.filter((reason) => missedWords(reason) === '没有记下原因')).toEqual([])
})

test('S36: 预警计划 has words for every reason for which a plan is off, ended, handled or silent', () => {
  const reasons = [...OFF_REASONS, ...ENDED_REASONS, 'handled', ...namedIn('domain/reminder/plan.ts', 'HoldReason').filter((reason) => reason !== 'silent-to-the-end')]
  expect(reasons.filter((reason) => reasonWords({ reason, handling: null }) === '')).toEqual([])
})
