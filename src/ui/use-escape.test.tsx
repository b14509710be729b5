import '@testing-library/jest-dom'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { Button } from './button'
import { useEscape } from './use-escape'

const Over = ({ onClose }: { onClose: () => void }) => {
  useEscape(true, onClose)
  return <div role='dialog' aria-label='这张证怎么办？'><Button onClick={onClose}>关闭</Button><Button onClick={() => undefined}>确定</Button></div>
}
const Screen = () => {
  const [open, setOpen] = useState(false)
  return <div><Button onClick={() => setOpen(true)}>处理</Button>{open && <Over onClose={() => setOpen(false)} />}</div>
}

test('what lies on top takes the focus, keeps Tab inside, closes on Esc and gives the focus back', async () => {
  jest.useFakeTimers()
  const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime })
  render(<Screen />)
  await user.click(screen.getByRole('button', { name: '处理' }))
  act(() => jest.advanceTimersByTime(100))
  expect(screen.getByRole('button', { name: '关闭' })).toHaveFocus()
  await user.tab()
  expect(screen.getByRole('button', { name: '确定' })).toHaveFocus()
  await user.tab()
  expect(screen.getByRole('button', { name: '关闭' })).toHaveFocus()
  await user.tab({ shift: true })
  expect(screen.getByRole('button', { name: '确定' })).toHaveFocus()
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  expect(screen.getByRole('button', { name: '处理' })).toHaveFocus()
  jest.useRealTimers()
})

test('S3: a hand that is quicker than the first frame of a dialog keeps its place in it', async () => {
  jest.useFakeTimers()
  const user = userEvent.setup({ delay: null })
  render(<Over onClose={() => undefined} />)
  await user.tab()
  await user.tab()
  expect(screen.getByRole('button', { name: '确定' })).toHaveFocus()
  act(() => jest.advanceTimersByTime(100))
  expect(screen.getByRole('button', { name: '确定' })).toHaveFocus()
  jest.useRealTimers()
})

test('S3: Tab goes on from what scrolls inside a dialog, as a table wider than it', async () => {
  const Wide = () => {
    useEscape(true, () => undefined)
    return <div role='dialog' aria-label='选择设备'><Button onClick={() => undefined}>关闭</Button><div role='group' aria-label='设备' tabIndex={0} /><Button onClick={() => undefined}>确定</Button></div>
  }
  render(<Wide />)
  await userEvent.tab()
  await userEvent.tab()
  expect(screen.getByRole('group', { name: '设备' })).toHaveFocus()
  await userEvent.tab()
  expect(screen.getByRole('button', { name: '确定' })).toHaveFocus()
})
