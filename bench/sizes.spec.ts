import { BUDGETS, overBudget } from './budgets'
import { measureSizes } from './sizes'

test('what is shipped keeps its budget, every size that has one is measured, and a new door has one', () => {
  const sizes = measureSizes()
  expect(overBudget(sizes).map((name) => [name, sizes[name], BUDGETS[name]])).toEqual([])
  expect(Object.keys(BUDGETS).filter((name) => /bytes$/i.test(name) && sizes[name] === undefined)).toEqual([])
  expect(Object.keys(sizes).filter((name) => BUDGETS[name] === undefined)).toEqual([])
})
