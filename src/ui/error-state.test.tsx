import '@testing-library/jest-dom'
import { render, screen } from '@testing-library/react'
import { ErrorState } from './error-state'

const shown = (code: string) => {
  render(<ErrorState failure={{ code, message: '没有成功' }} onRetry={() => undefined} />)
  expect(screen.getByRole('alert')).toHaveTextContent('没有成功')
  return screen.queryByRole('button', { name: '重试' })
}

test('what may pass is tried again', () => {
  expect(shown('network.offline')).toBeInTheDocument()
})

test.each(['forbidden', 'not-found', 'invalid-input'])('%s is not offered again, because the answer would be the same', (code) => {
  expect(shown(code)).toBeNull()
})
