import { isHeavyPhoto, sizeWithin } from './photo-size'

test('S32: only a heavy JPEG is made lighter; a PNG, a PDF, a HEIC and a light photo travel as they are', () => {
  expect(['image/jpeg', 'image/jpg', 'image/pjpeg'].map((type) => isHeavyPhoto({ type, bytes: 1_500_001 }))).toEqual([true, true, true])
  expect(['image/png', 'image/heic', 'image/webp', 'application/pdf', ''].map((type) => isHeavyPhoto({ type, bytes: 19_000_000 }))).toEqual([false, false, false, false, false])
  expect(isHeavyPhoto({ type: 'image/jpeg', bytes: 1_500_000 })).toBe(false)
})

test('S32: a photo keeps its shape, no side beyond an A4 page at 300 dpi, and is never blown up', () => {
  expect(sizeWithin({ width: 4032, height: 3024 })).toEqual({ width: 3508, height: 2631 })
  expect(sizeWithin({ width: 3024, height: 4032 })).toEqual({ width: 2631, height: 3508 })
  expect(sizeWithin({ width: 2480, height: 3508 })).toEqual({ width: 2480, height: 3508 })
  expect(sizeWithin({ width: 40_000, height: 3 })).toEqual({ width: 3508, height: 1 })
})
