import '@testing-library/jest-dom'
import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Entry } from './entry'

const draw = (from: [number, number], to: [number, number]): void => {
  const row = screen.getByText('李四')
  fireEvent.touchStart(row, { changedTouches: [{ clientX: from[0], clientY: from[1] }] })
  fireEvent.touchEnd(row, { changedTouches: [{ clientX: to[0], clientY: to[1] }] })
}
const ways = () => screen.getAllByRole('button', { name: '处理李四' }).length
const show = () => {
  const pressed = { act: jest.fn(), row: jest.fn() }
  render(<Entry margin='15 天' title='李四' onClick={pressed.row} action={{ text: '处理', label: '处理李四', onClick: pressed.act }} />)
  return pressed
}

test('a row drawn to the left has its action as a large button, and loses it when drawn back or pressed', async () => {
  const pressed = show()
  expect(ways()).toBe(1)
  draw([300, 100], [220, 110])
  expect(ways()).toBe(2)
  draw([220, 100], [300, 100])
  expect(ways()).toBe(1)
  draw([300, 100], [220, 100])
  await userEvent.click(screen.getAllByRole('button', { name: '处理李四' })[1]!)
  expect([pressed.act.mock.calls.length, pressed.row.mock.calls.length, ways()]).toEqual([1, 0, 1])
})

test('a finger that scrolls or trembles draws no row', () => {
  show()
  draw([300, 400], [240, 200])
  draw([300, 100], [275, 100])
  expect(ways()).toBe(1)
})

test('a row without an action cannot be drawn', () => {
  render(<Entry margin='15 天' title='李四' />)
  draw([300, 100], [200, 100])
  expect(screen.queryByRole('button')).not.toBeInTheDocument()
})
