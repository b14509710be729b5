import type { Page } from '@playwright/test'

/** Nothing is on its way any more and no passing word stands over the page. */
const settled = (page: Page) => page.waitForFunction(() =>
  [...document.querySelectorAll('.skel, .taro__toast')].every((each) => each.getClientRects().length === 0 || getComputedStyle(each).opacity === '0'))

/** Takes a picture for README and manual when the stories run with PICTURES=1; otherwise does nothing. `height`: of a taller screen, for a long page. */
export const picture = async (page: Page, name: string, height?: number): Promise<void> => {
  if (process.env.PICTURES !== '1') return
  const size = page.viewportSize()
  if (height !== undefined && size) await page.setViewportSize({ ...size, height })
  await settled(page)
  await page.screenshot({ path: `docs/pictures/${name}.png`, animations: 'disabled' })
  if (size) await page.setViewportSize(size)
}
