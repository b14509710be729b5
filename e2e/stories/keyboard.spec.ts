import type { Page } from '@playwright/test'
import { control, expect, test } from '../hospital'
import { picture } from '../picture'
import { seen, text } from '../steps'

test.use({ viewport: { width: 1280, height: 800 } })

interface Control { getAttribute(name: string): string | null; labels?: ArrayLike<{ innerText: string }>; innerText: string; placeholder?: string; matches(selector: string): boolean }
declare const document: { activeElement: Control }

/** What has the focus: its name, and whether the browser shows it there. */
const focused = (page: Page): Promise<{ name: string; shown: boolean }> => page.evaluate(() => {
  const element = document.activeElement
  const name = element.getAttribute('aria-label') ?? element.labels?.[0]?.innerText ?? element.placeholder ?? element.innerText
  return { name: (name || element.innerText).replace(/\s+/g, ' ').trim(), shown: element.matches(':focus-visible') }
})

/** Goes on by Tab until the control of this name has the focus; every stop on the way must be seen. */
const tabTo = async (page: Page, name: string | RegExp): Promise<void> => {
  const passed: string[] = []
  for (let n = 0; n < 90; n += 1) {
    await page.keyboard.press('Tab')
    const at = await focused(page)
    expect(at, `after ${passed.slice(-3).join(', ')}`).toMatchObject({ shown: true })
    if (typeof name === 'string' ? at.name === name : name.test(at.name)) return
    passed.push(at.name)
  }
  throw new Error(`Tab never came to ${String(name)}, only to: ${passed.join(' | ')}`)
}
const press = async (page: Page, name: string | RegExp): Promise<void> => {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}
const write = async (page: Page, name: string | RegExp, words: string): Promise<void> => {
  await tabTo(page, name)
  await page.keyboard.type(words)
}

const logIn = async (page: Page): Promise<void> => {
  await write(page, /^所属机构/, '医疗机构测试1')
  await write(page, /^登录名/, 'zhangsan')
  await write(page, /^密码/, 'zhangsan-2026')
  await page.keyboard.press('Enter')
  await expect(text(page, /^今天有 \d+ 件事要办/)).toBeVisible()
}

/** `/` to the search, ↓ into the table, Enter on the row. */
const find = async (page: Page, number: string): Promise<void> => {
  await page.keyboard.press('/')
  await page.keyboard.type(number)
  await page.keyboard.press('Enter')
  await expect(seen(page.getByRole('row')).nth(1)).toContainText(number)
  await page.keyboard.press('ArrowDown')
  expect((await focused(page)).shown).toBe(true)
  await picture(page, 'keyboard-1280')
}

test('S3, B22: the main story at the desk by keyboard alone: log in, look for a certificate, handle it, add one', async ({ page, hospital: { base } }) => {
  await control(base, 'clock', { advanceTo: '2024-08-01T01:01:00Z' })
  await page.goto(base)
  await logIn(page)

  await press(page, '设备操作证管理')
  await expect(seen(page.getByRole('table')).getByText('C000000012')).toBeVisible()
  await find(page, 'C000000012')
  await page.keyboard.press('Enter')
  await expect(text(page, '送达记录')).toBeVisible()

  await press(page, '处理')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  expect((await focused(page)).name).toBe('处理')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await tabTo(page, /^仅标记已处理/)
  await page.keyboard.press('Space')
  await press(page, /^确定/)
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(text(page, /仅标记已处理/)).toBeVisible()

  await press(page, '设备操作证管理')
  await press(page, '新增设备操作证')
  await write(page, /^颁证单位/, '国家卫健委人才交流服务中心')
  await write(page, /^证件号/, 'C000000088')
  await write(page, /^姓名/, '张三')
  await write(page, /^签发日期/, '2021-02-01')
  await write(page, /^有效期至/, '2027-01-31')
  await press(page, '关联设备')
  await expect(page.getByRole('dialog', { name: '选择设备' })).toBeVisible()
  await tabTo(page, /000075$/)
  await page.keyboard.press('Space')
  await press(page, /^确定/)
  await expect(text(page, '已选择设备 1')).toBeVisible()
  await press(page, '保存')
  await expect(text(page, '送达记录')).toBeVisible()
  await expect(text(page, 'C000000088')).toBeVisible()
})
