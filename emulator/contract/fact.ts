import type { Rule } from '../rules/rules'
import type { Site } from './site'

/** One statement about CloudBase: where it is known from, and the rule without which it must fail. */
export interface Fact {
  name: string
  rule: Rule
  source: string
  /** What it needs: `cloud` runs on a real environment too, `emulator` needs the emulator's own functions, clock or people. */
  runs: 'cloud' | 'emulator'
  run: (site: Site) => Promise<void>
}

type Brief = [name: string, rule: Rule, source: string, run: (site: Site) => Promise<void>]

/** Facts that hold on a real environment as well. */
export const inCloud = (...briefs: Brief[]): Fact[] => briefs.map(([name, rule, source, run]) => ({ name, rule, source, runs: 'cloud', run }))

/** Facts that only the emulator's own test functions, clock and people can show. */
export const inEmulator = (...briefs: Brief[]): Fact[] => briefs.map(([name, rule, source, run]) => ({ name, rule, source, runs: 'emulator', run }))
