import '@testing-library/jest-dom'
import { fireEvent, render, screen } from '@testing-library/react'
import { DropArea } from './drop-area'

test.each([true, false])('S32: what is dropped is handed over, with room left or without (%p), so that somebody can say why it is not taken', (open) => {
  const onFiles = jest.fn()
  render(<DropArea open={open} onFiles={onFiles}>照片</DropArea>)
  const carried = { types: ['Files'], files: [new File(['x'], '证.jpg', { type: 'image/jpeg' })], dropEffect: 'none' }
  fireEvent.dragOver(screen.getByText('照片'), { dataTransfer: carried })
  expect(screen.queryByText('松开鼠标即上传') !== null).toBe(open)
  fireEvent.drop(screen.getByText('照片'), { dataTransfer: carried })
  expect(onFiles).toHaveBeenCalledWith([expect.objectContaining({ name: '证.jpg', bytes: 1, type: 'image/jpeg' })])
})
