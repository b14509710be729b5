import { isChosen, pageChosen, togglePage, toggleRow, type Selection } from './selection'

const page = [{ id: 'a' }, { id: 'b' }]
const none: Selection<{ id: string }> = []

test('S15: what is ticked on one page stays when another page is ticked as a whole', () => {
  const chosen = togglePage(toggleRow(none, { id: 'z' }), page)
  expect(chosen.map(({ id }) => id)).toEqual(['z', 'a', 'b'])
})

test('S14: the head’s tick tells none, some or all of its page', () => {
  const one = toggleRow(none, { id: 'a' })
  expect([pageChosen(none, page), pageChosen(one, page), pageChosen(togglePage(one, page), page)]).toEqual(['none', 'some', 'all'])
})

test('S14: the head’s tick on a whole page gives back this page only', () => {
  const chosen = togglePage(togglePage([{ id: 'z' }], page), page)
  expect(chosen).toEqual([{ id: 'z' }])
  expect(isChosen(chosen, 'a')).toBe(false)
})
