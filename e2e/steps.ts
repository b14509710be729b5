import type { Locator, Page } from '@playwright/test'
import { expect } from './hospital'

/** Pages left behind stay in the document; what a person can act on is what is in sight. */
export const seen = (locator: Locator): Locator => locator.filter({ visible: true })
export const field = (page: Page, label: string): Locator => seen(page.getByLabel(label, { exact: true }))
export const button = (page: Page, name: string | RegExp): Locator => seen(page.getByRole('button', { name, exact: true }))
export const text = (page: Page, words: string | RegExp): Locator => seen(page.getByText(words)).first()

export const fill = async (page: Page, values: Readonly<Record<string, string>>): Promise<void> => {
  for (const [label, value] of Object.entries(values)) await field(page, label).fill(value)
}

/** Devices by their 唯一码, in the phone's picker. */
export const chooseDevices = async (page: Page, codes: readonly string[]): Promise<void> => {
  await button(page, '关联设备').click()
  for (const code of codes) await seen(page.getByRole('checkbox', { name: new RegExp(code) })).click()
  await button(page, '确定').click()
  await expect(text(page, `已选择设备 ${codes.length}`)).toBeVisible()
}

export interface ChosenPaper { name: string; mimeType: string; buffer: Buffer }

/** Chooses a file through 上传, whatever comes of it; a large one by its path, because a buffer travels to the browser as text. */
export const upload = async (page: Page, paper: ChosenPaper | string): Promise<void> => {
  const chooser = page.waitForEvent('filechooser')
  await button(page, '上传').click()
  await (await chooser).setFiles(paper)
}

/** Uploads a file that is taken: it can be taken away again. */
export const attach = async (page: Page, paper: ChosenPaper): Promise<void> => {
  await upload(page, paper)
  await expect(page.getByRole('button', { name: `删除 ${paper.name}` })).toBeVisible()
}

/** On the phone that scanned the code of `computer`: the two digits that stand there, and yes. */
export const confirmLogIn = async (computer: Page, phone: Page, yes = '确认登录'): Promise<void> => {
  await fill(phone, { 两位数字: await seen(computer.locator('.qr__digits')).textContent() ?? '' })
  await button(phone, yes).click()
}
