import '@testing-library/jest-dom'
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { Button } from './button'
import { TextField } from './text-field'

const scrolledTo = jest.fn()

beforeEach(() => {
  scrolledTo.mockClear()
  Element.prototype.getClientRects = () => [{}] as unknown as DOMRectList
  Element.prototype.getBoundingClientRect = () => ({ top: 2000, bottom: 2040 }) as DOMRect
  Element.prototype.scrollIntoView = function (this: Element) { scrolledTo(this.textContent) }
})

let answer: () => void = () => undefined

/** 姓名 is refused here, 证件号 by the server when it answers, and a number that is too long while it is typed. */
const Form = () => {
  const [tried, setTried] = useState(false)
  const [taken, setTaken] = useState(false)
  const [name, setName] = useState('')
  const [number, setNumber] = useState('')
  const send = () => {
    setTried(true)
    answer = () => setTaken(true)
  }
  return (
    <div>
      <TextField label='颁证单位' value='' onChange={() => undefined} />
      <TextField label='姓名' value={name} error={tried && name === '' ? '请填写姓名' : undefined} onChange={setName} />
      <TextField label='证件号' value={number} error={taken ? '这个证件号已有了' : number.length > 3 ? '太长' : undefined} onChange={setNumber} />
      <Button onClick={send}>保存</Button>
    </div>
  )
}

const press = () => {
  const step = screen.getByRole('button', { name: '保存' })
  step.focus()
  fireEvent.click(step)
}

test('a form that is refused brings its first wrong field into sight and the hand to it, at the second press as well', async () => {
  render(<Form />)
  for (const presses of [1, 2]) {
    press()
    await waitFor(() => expect(screen.getByLabelText('姓名')).toHaveFocus())
    expect(scrolledTo).toHaveBeenCalledTimes(presses)
  }
  expect(scrolledTo).toHaveBeenLastCalledWith(expect.stringContaining('请填写姓名'))
})

test('a refusal that comes with the answer is brought into sight while the hand still lies on the next step', async () => {
  render(<Form />)
  fireEvent.change(screen.getByLabelText('姓名'), { target: { value: '张三' } })
  press()
  await act(async () => { await new Promise(requestAnimationFrame) })
  act(() => answer())
  await waitFor(() => expect(screen.getByLabelText('证件号')).toHaveFocus())
})

test('whoever types is told at the field and left where he is', async () => {
  render(<Form />)
  screen.getByLabelText('颁证单位').focus()
  fireEvent.change(screen.getByLabelText('证件号'), { target: { value: '12345' } })
  await act(async () => { await new Promise(requestAnimationFrame) })
  expect(screen.getByRole('alert')).toHaveTextContent('太长')
  expect(screen.getByLabelText('颁证单位')).toHaveFocus()
  expect(scrolledTo).not.toHaveBeenCalled()
})
