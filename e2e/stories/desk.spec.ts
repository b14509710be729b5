import type { Locator, Page } from '@playwright/test'
import { control, expect, test } from '../hospital'
import { photoOf } from '../papers'
import { picture } from '../picture'
import { button, field, fill, seen, text, type ChosenPaper } from '../steps'

interface Carried { items: { add(file: object): void } }
declare const DataTransfer: new () => Carried

test.use({ viewport: { width: 1280, height: 800 } })

const COLUMNS = ['序号', '操作', '设备名称', '证件号', '操作证有效期', '设备类型', '所属科室', '预警提前量', '发送时间', '单位']
const heads = (page: Page): Promise<string[]> => seen(page.getByRole('columnheader')).allInnerTexts()
const menu = (page: Page, entry: string): Locator => seen(page.getByRole('navigation', { name: '菜单' })).getByText(entry, { exact: true })
const picker = (page: Page): Locator => page.getByRole('dialog', { name: '选择设备' })
const tick = (page: Page, code: string): Locator => picker(page).getByRole('checkbox', { name: new RegExp(`${code}$`) })

const logIn = async (page: Page): Promise<void> => {
  await fill(page, { 所属机构: '医疗机构测试1', 登录名: 'zhangsan' })
  await page.getByRole('textbox', { name: '密码' }).fill('zhangsan-2026')
  await picture(page, 'login-1280')
  await button(page, '登录').click()
}

/** Ticks one device on the first page, one on the second and one found by a search. */
const tickThree = async (page: Page): Promise<void> => {
  await tick(page, '000075').click()
  await picker(page).getByRole('button', { name: '下一页' }).click()
  await tick(page, '000064').click()
  await picker(page).getByPlaceholder('请输入查询条件').fill('裂隙灯')
  await picker(page).getByRole('button', { name: '查询' }).click()
  await expect(tick(page, '000064')).toHaveCount(0)
  await tick(page, '000055').click()
  await picker(page).getByRole('button', { name: '刷新' }).click()
  await expect(picker(page)).toContainText('已选 3 台')
}

/** 取消 discards; only 确定 takes what is ticked (S15). */
const chooseThree = async (page: Page): Promise<void> => {
  await button(page, '关联设备').click()
  await tickThree(page)
  await picker(page).getByRole('button', { name: '取消' }).click()
  await expect(text(page, '还没有关联设备')).toBeVisible()
  await button(page, '关联设备').click()
  await expect(picker(page)).toContainText('已选 0 台')
  await tickThree(page)
  await picker(page).getByPlaceholder('请输入查询条件').fill('')
  await picker(page).getByRole('button', { name: '查询' }).click()
  await expect(tick(page, '000075')).toBeChecked()
  await picture(page, 'picker-1280')
  await picker(page).getByRole('button', { name: '确定' }).click()
  await expect(text(page, '已选择设备 3')).toBeVisible()
}

/** What the browser does when a hand lets files go over the page. */
const drop = async (page: Page, { name, mimeType, buffer }: ChosenPaper): Promise<void> => {
  const carried = await page.evaluateHandle(({ bytes, fileName, type }) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([new Uint8Array(bytes)], fileName, { type }))
    return transfer
  }, { bytes: [...buffer], fileName: name, type: mimeType })
  const area = seen(page.locator('.drop'))
  await area.dispatchEvent('dragover', { dataTransfer: carried })
  await expect(area).toContainText('松开鼠标即上传')
  await area.dispatchEvent('drop', { dataTransfer: carried })
}

test('B22: by password at the desk: look, search, add a certificate for three devices, handle it, stay logged in, log out', async ({ page, hospital: { base } }) => {
  await control(base, 'clock', { advanceTo: '2024-08-01T01:01:00Z' })
  await page.goto(base)
  await logIn(page)
  await expect(text(page, '今天有 5 件事要办')).toBeVisible()
  await expect(text(page, '未来 12 个月到期')).toBeVisible()
  await picture(page, 'home-1280')

  await menu(page, '查询设备档案').click()
  await seen(page.getByPlaceholder('请输入关键词')).fill('lxd')
  await button(page, '查询').click()
  await expect(seen(page.getByRole('row')).nth(1)).toContainText('裂隙灯')
  await expect(seen(page.getByRole('row', { name: /000075/ }))).toHaveCount(0)

  await menu(page, '设备操作证管理').click()
  await expect(seen(page.getByRole('table')).getByText('C000000012')).toBeVisible()
  expect(await heads(page)).toEqual(COLUMNS)
  await picture(page, 'certificates-1280')

  await button(page, '新增设备操作证').click()
  await chooseThree(page)
  await fill(page, { 颁证单位: '国家卫健委人才交流服务中心', 证件号: 'C000000088', 姓名: '张三', 签发日期: '2021-02-01', 有效期至: '2025-01-31', '提前预警时间(天)': '180' })
  await seen(page.getByRole('checkbox', { name: /微信通知/ })).click()
  await expect(text(page, '也可以把照片或 PDF 拖到这里')).toBeVisible()
  await drop(page, { name: '名单.xlsx', mimeType: 'application/vnd.ms-excel', buffer: Buffer.from('PK') })
  await expect(text(page, '只收照片（JPG、PNG、WebP、HEIC）和 PDF')).toBeVisible()
  await button(page, '删除 名单.xlsx').click()
  await drop(page, { name: '操作证.jpg', mimeType: 'image/jpeg', buffer: await photoOf(page) })
  await expect(button(page, '删除 操作证.jpg')).toBeVisible()
  const look = page.getByRole('region', { name: '保存前看一眼' })
  await expect(look).toContainText('181')
  await expect(look).toContainText('2024-08-04')
  await picture(page, 'form-1280')
  await button(page, '保存').click()
  await expect(text(page, '送达记录')).toBeVisible()

  await menu(page, '证照').click()
  await fill(page, { 请输入关键词: 'C000000088' })
  await button(page, '查询').click()
  await expect(seen(page.getByRole('table')).getByText('C000000088')).toHaveCount(3)
  await seen(page.getByRole('table')).getByText('C000000088').first().click()
  await button(page, '处理').click()
  await seen(page.getByRole('radio', { name: /已提交复审/ })).click()
  await fill(page, { 受理号: 'FS2024-0801' })
  await button(page, /^确定，停止提醒至/).click()
  await expect(text(page, /FS2024-0801/)).toBeVisible()

  await page.reload()
  await expect(text(page, /FS2024-0801/)).toBeVisible()
  await menu(page, '计划').click()
  await expect(seen(page.getByRole('row')).nth(1)).toContainText('提醒中')
  await picture(page, 'plans-1280')
  await fill(page, { 请输入关键词: 'C000000088' })
  await button(page, '查询').click()
  await expect(seen(page.getByRole('row', { name: /C000000088/ }))).toContainText('暂停中')
  await seen(page.getByText('张三', { exact: true })).first().click()
  await button(page, '退出登录').click()
  await expect(field(page, '所属机构')).toHaveValue('医疗机构测试1')
  await page.reload()
  await expect(text(page, '登录操作证管家')).toBeVisible()
})
