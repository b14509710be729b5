import '@testing-library/jest-dom'
import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { pagesAround, Pager } from './pager'
import { stateLine } from './certificate-state'
import { DateField } from './date-field'
import { NumberField } from './number-field'
import { TimeField } from './time-field'
import { useState } from 'react'

test('S10: the numbers stay around the present page and within the list', () => {
  expect(pagesAround(1, 1)).toEqual([1])
  expect(pagesAround(1, 20)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(pagesAround(10, 20)).toEqual([7, 8, 9, 10, 11, 12, 13])
  expect(pagesAround(20, 20)).toEqual([14, 15, 16, 17, 18, 19, 20])
})

test('S10: 上一页 and 下一页 end at the ends', async () => {
  const onPage = jest.fn()
  render(<Pager page={2} pageSize={10} total={20} onPage={onPage} />)
  expect(screen.getByRole('button', { name: '下一页' })).toBeDisabled()
  await userEvent.click(screen.getByRole('button', { name: '上一页' }))
  expect(onPage).toHaveBeenCalledWith(1)
})

test('B26: every state has its words', () => {
  expect(stateLine('expired', -12)).toBe('已过期 12 天')
  expect(stateLine('today', 0)).toBe('今天到期（仍有效）')
  expect(stateLine('within-30', 15)).toBe('剩 15 天')
  expect(stateLine('review', 22)).toBe('复审中 剩 22 天')
  expect(stateLine('long-term', null)).toBe('长期有效')
  expect(stateLine('off', 5)).toBe('停用')
})

const Days = ({ onValue }: { onValue: (value: number | null) => void }) => {
  const [value, setValue] = useState<number | null>(5)
  return <NumberField label='天' value={value} onChange={(next) => { setValue(next); onValue(next) }} error={value === null ? '请填数字' : undefined} />
}

test('a number field keeps what is typed and tells null while it is no number', async () => {
  const onValue = jest.fn()
  render(<Days onValue={onValue} />)
  const input = screen.getByLabelText('天')
  await userEvent.clear(input)
  expect(onValue).toHaveBeenLastCalledWith(null)
  expect(input).toHaveAccessibleDescription('请填数字')
  await userEvent.type(input, '-1')
  expect(input).toHaveValue('-1')
  expect(onValue).toHaveBeenLastCalledWith(-1)
})

test('S28: a time field always tells seconds', () => {
  const onChange = jest.fn()
  const { rerender } = render(<TimeField label='发送时间' value='08:00:00' onChange={onChange} />)
  expect(screen.getByLabelText('发送时间')).toHaveValue('08:00:00')
  rerender(<TimeField label='发送时间' value='10:30' onChange={onChange} />)
  fireEvent.blur(screen.getByLabelText('发送时间'))
  expect(onChange).toHaveBeenLastCalledWith('10:30:00')
})

const Until = ({ onValue }: { onValue: (value: string | null) => void }) => {
  const [value, setValue] = useState<string | null>(null)
  return <DateField label='有效期至' value={value} onChange={(next) => { setValue(next); onValue(next) }} />
}

test('a day is told in its one form as soon as it is one, and shown so when the field is left', async () => {
  const onValue = jest.fn()
  render(<Until onValue={onValue} />)
  const input = screen.getByLabelText('有效期至')
  await userEvent.type(input, '20281')
  expect(onValue).toHaveBeenLastCalledWith(null)
  await userEvent.type(input, '231')
  expect(onValue).toHaveBeenLastCalledWith('2028-12-31')
  await userEvent.tab()
  expect(input).toHaveValue('2028-12-31')
})

test('a day that its owner takes away is gone from the field', () => {
  const { rerender } = render(<DateField label='有效期至' value='2028-12-31' onChange={() => undefined} />)
  rerender(<DateField label='有效期至' value={null} onChange={() => undefined} />)
  expect(screen.getByLabelText('有效期至')).toHaveValue('')
})
