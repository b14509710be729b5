import type { Page } from '@playwright/test'

/** Takes a picture for README and manual when the stories run with PICTURES=1; otherwise does nothing. */
export const picture = async (page: Page, name: string): Promise<void> => {
  if (process.env.PICTURES !== '1') return
  await page.screenshot({ path: `docs/pictures/${name}.png` })
}
