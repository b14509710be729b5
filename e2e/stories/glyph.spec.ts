import { expect, test } from '@playwright/test'

/** The dark pixels of one sign, drawn large, as a row of numbers. */
const drawn = (sign: string): string => {
  const canvas = document.createElement('canvas')
  canvas.width = 64
  canvas.height = 64
  const pen = canvas.getContext('2d')!
  pen.font = '48px sans-serif'
  pen.fillText(sign, 8, 52)
  return [...pen.getImageData(0, 0, 64, 64).data].filter((_, at) => at % 4 === 3).join()
}

test('a Chinese sign is drawn as itself: neither a box nor like another one', async ({ page }) => {
  await page.goto('about:blank')
  const [operate, make, unknown, nothing] = await Promise.all(['操', '作', '\uE123', ' '].map((sign) => page.evaluate(drawn, sign)))
  expect(operate).not.toBe(nothing)
  expect(operate).not.toBe(unknown)
  expect(make).not.toBe(unknown)
  expect(operate).not.toBe(make)
})
