import { isTextSize, textScale } from './text-scale'

test('the text grows with the system’s: from 18 px on it is 大, from 21 px on 特大, and 17 px is what an iPhone has from the start', () => {
  expect([14, 16, 17, 18, 20, 21, 28].map((px) => textScale(px / 16))).toEqual(['standard', 'standard', 'standard', 'large', 'large', 'huge', 'huge'])
  expect(textScale(NaN)).toBe('standard')
})

test('what is kept on the device and is no 字号 counts for nothing', () => {
  expect([null, 'huge', 'giant', 3].map(isTextSize)).toEqual([false, true, false, false])
})
