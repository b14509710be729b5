import { BUDGETS, overBudget } from './budgets'
import { measureSizes } from './sizes'

test('what is shipped keeps its budget, and every size that has one is measured', () => {
  const sizes = measureSizes()
  expect(overBudget(sizes).map((name) => [name, sizes[name], BUDGETS[name]])).toEqual([])
  expect(Object.keys(BUDGETS).filter((name) => /bytes$/i.test(name) && sizes[name] === undefined)).toEqual([])
})
