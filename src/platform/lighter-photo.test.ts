import { lighterPhoto } from './lighter-photo'

const photo = (bytes: number) => {
  const blob = new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' })
  return { name: '证.jpg', bytes, type: 'image/jpeg', blob }
}
const browser = globalThis as { createImageBitmap?: unknown; document?: unknown }

/** A browser that reads every picture as 4032 × 3024 and draws it in so many bytes. */
const draws = (bytes: number | null) => {
  const canvas = { width: 0, height: 0, getContext: () => ({ drawImage: () => undefined }), toBlob: (done: (blob: Blob | null) => void) => done(bytes === null ? null : new Blob([new Uint8Array(bytes)])) }
  browser.createImageBitmap = (_: Blob, options: object) => Promise.resolve({ width: 4032, height: 3024, options, close: () => undefined })
  browser.document = { createElement: () => canvas }
  return canvas
}
afterEach(() => {
  delete browser.createImageBitmap
  delete browser.document
})

test('S32: a heavy photo travels lighter, within an A4 page at 300 dpi, under its own name', async () => {
  const canvas = draws(900_000)
  expect(await lighterPhoto(photo(4_000_000))).toMatchObject({ name: '证.jpg', type: 'image/jpeg', bytes: 900_000, blob: expect.objectContaining({ size: 900_000 }) })
  expect([canvas.width, canvas.height]).toEqual([3508, 2631])
})

test('S32: what the browser cannot read, cannot draw, or would not make lighter travels as it is', async () => {
  const heavy = photo(4_000_000)
  for (const bytes of [null, 4_000_000]) {
    draws(bytes)
    expect(await lighterPhoto(heavy)).toBe(heavy)
  }
  browser.createImageBitmap = () => Promise.reject(new Error('no picture'))
  expect(await lighterPhoto(heavy)).toBe(heavy)
  const light = photo(200_000)
  expect(await lighterPhoto(light)).toBe(light)
})
