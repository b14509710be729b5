import { measureBurst } from './burst'
import { measureColdStart } from './cold-start'
export { BUDGETS, overBudget } from './budgets'
import type { Figures } from './figures'
import { measureFirstPaint } from './first-paint'
import { measureHolding } from './holding'
import { measureIdleTick } from './idle-tick'
import { measureLists } from './lists'
import { measureScroll } from './scroll'
import { measureSizes } from './sizes'
import { measureStore } from './store'

const measures: ReadonlyArray<readonly [name: string, run: () => Figures | Promise<Figures>]> = [
  ['Sizes of what is shipped', measureSizes],
  ['Cold start', measureColdStart],
  ['First page of the web edition on a slow phone and line', measureFirstPaint],
  ['Idle tick at 1,000 and at 1,000,000 certificates (about six minutes, most of it to write them)', measureIdleTick],
  ['100,000 certificates due in one minute, and again with instances killed', measureBurst],
  ['A list of 5,000 certificates, scrolled to its end on the phone and at the desk', measureScroll],
  ['持证率 of 5,000 people with 10,000 and with 100,000 certificates', measureHolding],
  ['Lists and the home page at 100,000 devices and certificates', measureLists],
  ['The store at 1,000 and at 1,000,000 documents (about two minutes)', measureStore],
]

/** Runs every measurement whose name has `only` in it, one after the other; `say` is told which one is under way. */
export const measure = async (say: (name: string) => void, only = ''): Promise<Figures> => {
  const figures: Figures = {}
  for (const [name, run] of measures.filter(([title]) => title.includes(only))) {
    say(name)
    Object.assign(figures, await run())
  }
  return figures
}
