import type { Locator, Page } from '@playwright/test'
import { control, expect, test } from '../hospital'
import { pressOn, tabTo, typeInto } from '../keys'
import { button, field, seen, text } from '../steps'

test.use({ viewport: { width: 1280, height: 800 } })

const menu = (page: Page, entry: string): Locator => seen(page.getByRole('navigation', { name: '菜单' }).getByRole('button', { name: entry, exact: true }))
const dialog = (page: Page, name: string | RegExp): Locator => seen(page.getByRole('dialog', { name }))

const logIn = async (page: Page): Promise<void> => {
  await typeInto(page, field(page, '所属机构'), '医疗机构测试1')
  await typeInto(page, field(page, '登录名'), 'zhangsan')
  await typeInto(page, seen(page.getByRole('textbox', { name: '密码' })), 'zhangsan-2026')
  await page.keyboard.press('Enter')
  await expect(text(page, /^今天有 \d 件事要办/)).toBeVisible()
}

/** `/` to the search, ↓ into the table, ↓ on, Enter opens, and back. */
const lookOneUp = async (page: Page): Promise<void> => {
  await pressOn(page, menu(page, '设备操作证管理'))
  await expect(seen(page.getByRole('table')).getByText('C000000012')).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('C00000')
  await page.keyboard.press('Enter')
  const rows = seen(page.getByRole('row', { name: /C00000/ }))
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(0)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(text(page, '送达记录')).toBeVisible()
  await pressOn(page, button(page, '返回'))
  await expect(seen(page.getByRole('table')).getByText('C000000012')).toBeVisible()
}

/** A picker lies over the form: Esc leaves it as it was, 确定 takes what is ticked, and both give the focus back. */
const chooseDevice = async (page: Page): Promise<void> => {
  const opener = button(page, '关联设备')
  const picker = dialog(page, '选择设备')
  await pressOn(page, opener)
  await pressOn(page, picker.getByRole('checkbox', { name: /000075$/ }), 'Space')
  await expect(picker).toContainText('已选 1 台')
  await page.keyboard.press('Escape')
  await expect(picker).toBeHidden()
  await expect(opener).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(picker).toContainText('已选 0 台')
  await pressOn(page, picker.getByRole('checkbox', { name: /000075$/ }), 'Space')
  await pressOn(page, picker.getByRole('button', { name: '确定' }))
  await expect(text(page, '已选择设备 1')).toBeVisible()
  await expect(opener).toBeFocused()
}

const choosePerson = async (page: Page): Promise<void> => {
  const opener = button(page, /^发送给指定人员/)
  const picker = dialog(page, /指定人员/)
  await pressOn(page, opener)
  await pressOn(page, picker.getByRole('checkbox', { name: /李四/ }), 'Space')
  await pressOn(page, picker.getByRole('button', { name: /^确定/ }))
  await expect(picker).toBeHidden()
  await expect(opener).toContainText('李四')
}

const addOne = async (page: Page): Promise<void> => {
  await pressOn(page, button(page, '新增设备操作证'))
  await chooseDevice(page)
  for (const [label, words] of [['证件号', 'C000000088'], ['姓名', '张三'], ['颁证单位', '国家卫健委'], ['签发日期', '2021-02-01'], ['有效期至', '2024-08-20'], ['提前预警时间(天)', '60']] as const) {
    await typeInto(page, field(page, label), words)
  }
  await pressOn(page, seen(page.getByRole('checkbox', { name: /短信通知/ })), 'Space')
  await choosePerson(page)
  await pressOn(page, button(page, '保存'))
  await expect(text(page, '送达记录')).toBeVisible()
}

const handleOne = async (page: Page): Promise<void> => {
  await pressOn(page, menu(page, '首页'))
  await pressOn(page, seen(page.getByRole('button', { name: /^处理.*的操作证$/ })).first())
  const sheet = dialog(page, '这张证怎么办?')
  await pressOn(page, sheet.getByRole('radio', { name: /仅标记已处理/ }), 'Space')
  const confirm = sheet.getByRole('button', { name: /^确定/ })
  await pressOn(page, confirm)
  await expect(seen(page.getByText('请写明原因'))).toBeInViewport()
  await typeInto(page, field(page, '原因'), '已报名换证')
  await pressOn(page, confirm)
  await expect(sheet).toBeHidden()
  await expect(text(page, '已报名换证')).toBeVisible()
}

test('S3: the main story by keys alone: log in, look one up, add one with its device and whom to tell, handle a warning, with the focus in sight all the way', async ({ page, hospital: { base } }) => {
  await control(base, 'clock', { advanceTo: '2024-08-01T01:01:00Z' })
  await page.goto(base)
  await expect(field(page, '所属机构')).toBeVisible()
  await logIn(page)
  await lookOneUp(page)
  await addOne(page)
  await handleOne(page)
  await pressOn(page, button(page, '处理'))
  await tabTo(page, dialog(page, '这张证怎么办?').getByRole('radio', { name: /已提交复审/ }))
  await page.keyboard.press('Escape')
  await expect(button(page, '处理')).toBeFocused()
})
