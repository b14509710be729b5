import '@testing-library/jest-dom'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { storage } from '../../platform/storage'
import { putTextClass } from '../../platform/system-text'
import { textClass, textSize } from '../../platform/text-size'
import { TextSizeChoice } from './text-size-choice'

jest.mock('../../platform/storage', () => {
  const kept = new Map<string, unknown>()
  return { storage: { read: (key: string) => kept.get(key) ?? null, write: (key: string, value: unknown) => void kept.set(key, value) } }
})

test('字号 follows the system until somebody chooses, and what he chose is kept on the device', async () => {
  render(<TextSizeChoice />)
  expect(screen.getByRole('tab', { name: '跟随系统' })).toHaveAttribute('aria-selected', 'true')
  await userEvent.click(screen.getByRole('tab', { name: '特大' }))
  expect([storage.read('text-size'), textClass(textSize.get())]).toEqual(['huge', 'txt-h'])
  expect(screen.getByRole('tab', { name: '特大' })).toHaveAttribute('aria-selected', 'true')
  await userEvent.click(screen.getByRole('tab', { name: '标准' }))
  expect([storage.read('text-size'), textClass(textSize.get())]).toEqual(['standard', ''])
})

test('a page of the browser wears one size at a time, so that questions over it are as large', () => {
  putTextClass('txt-l')
  putTextClass('txt-h')
  expect(document.body).toHaveClass('txt-h')
  expect(document.body).not.toHaveClass('txt-l')
  putTextClass('')
  expect(document.body).not.toHaveClass('txt-h')
})
