import type { Page } from '@playwright/test'
import { control, expect, test } from '../hospital'
import { pdf, photoOf } from '../papers'
import { picture } from '../picture'

test.use({ viewport: { width: 375, height: 812 } })

interface Sent { channel: string; to: string; at: string; text?: string; fields?: unknown }
const outbox = async (base: string): Promise<Sent[]> => (await control(base, 'outbox')) as Sent[]

const SENTENCE = '直读式x-r 辐射个人剂量当量 (率) 监测仪、环境监测用x-r辐射空气比释动能率仪已经快到设备操作证到期日了, 设备操作证到期日是: 2025-01-31, 请及时处理!'

/** The field of the page in sight; pages left behind stay in the document. */
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true }).filter({ visible: true })

const bind = async (page: Page): Promise<void> => {
  await field(page, '所属机构').fill('医疗机构测试1')
  await field(page, '登录名').fill('zhangsan')
  await page.getByRole('textbox', { name: '密码' }).fill('zhangsan-2026')
  await picture(page, 'bind-375')
  await page.getByRole('button', { name: '绑定', exact: true }).click()
  await expect(page.getByText(/今天有 \d+ 件事要办|今天没有要办的事/).filter({ visible: true })).toBeVisible()
}

const chooseDevices = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '关联设备' }).click()
  await expect(page.getByText('000064').filter({ visible: true })).toBeVisible()
  for (const code of ['000064', '000063']) await page.getByText(code).filter({ visible: true }).click()
  await page.getByRole('button', { name: '确定' }).filter({ visible: true }).click()
  await expect(page.getByText('已选择设备 2').filter({ visible: true })).toBeVisible()
}

const attach = async (page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> => {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '上传' }).filter({ visible: true }).click()
  await (await chooser).setFiles({ name, mimeType, buffer })
  await expect(page.getByRole('button', { name: `删除 ${name}` })).toBeVisible()
}

test('S1–S43: bind, find a device, add a certificate for two devices, be reminded once by each channel, handle it, hear no more', async ({ page, hospital }) => {
  const { base } = hospital
  await page.goto(`${base}/?as=wx-zhangsan`)
  await expect(page.getByText('到期之前有人知道')).toBeVisible()
  await bind(page)

  await page.getByText('设备', { exact: true }).filter({ visible: true }).last().click()
  await page.getByPlaceholder(/名称、唯一码/).filter({ visible: true }).fill('裂隙灯')
  await page.getByRole('button', { name: '查询' }).filter({ visible: true }).click()
  await expect(page.getByText('000075').filter({ visible: true })).toHaveCount(0)
  await picture(page, 'devices-375')
  await page.getByText('000055').filter({ visible: true }).click()
  await expect(page.getByText('今日可操作').filter({ visible: true })).toBeVisible()

  await page.goto(`${base}/#/pages/certificate/list`)
  await page.getByRole('button', { name: '新增' }).filter({ visible: true }).click()
  await chooseDevices(page)
  await attach(page, '操作证.jpg', 'image/jpeg', await photoOf(page))
  await attach(page, '合格证明.pdf', 'application/pdf', pdf)
  await field(page, '证件号').fill('C000000063')
  await field(page, '姓名').fill('张三')
  await field(page, '签发日期').fill('2021-02-01')
  await field(page, '有效期至').fill('2025-01-31')
  await field(page, '提前预警时间(天)').fill('180')
  await field(page, '发送时间').fill('10:00:00')
  await page.getByRole('checkbox', { name: /短信通知/ }).click()
  await page.getByRole('button', { name: /^发送给指定人员/ }).click()
  await page.getByText('李四').filter({ visible: true }).first().click()
  await page.getByRole('button', { name: '确定' }).filter({ visible: true }).click()
  await expect(page.getByText(/首次 2024-08-04 10:00，共 181 次/).filter({ visible: true }).first()).toBeVisible()
  await expect(page.getByText(/末次 2025-01-31/).filter({ visible: true }).first()).toBeVisible()
  await picture(page, 'form-375')
  await page.getByRole('button', { name: '保存' }).filter({ visible: true }).click()
  await expect(page.getByText('C000000063').filter({ visible: true }).first()).toBeVisible()

  await control(base, 'clock', { advanceTo: '2024-08-04T01:59:59Z', every: 'PT1H' })
  expect(await outbox(base)).toEqual([])
  await control(base, 'clock', { advanceTo: '2024-08-04T02:00:00Z' })
  const sent = await outbox(base)
  const toHim = sent.filter(({ to }) => to.includes('13800000002') || to.includes('zhangsan'))
  expect(toHim.map(({ channel }) => channel).sort(), JSON.stringify(sent)).toEqual(['official-account', 'sms'])
  expect(JSON.stringify(toHim)).toContain('等2台')

  await page.goto(`${base}/?as=wx-zhangsan#/pages/inbox/list`)
  await page.getByText(SENTENCE).filter({ visible: true }).first().click()
  await expect(page.getByText(SENTENCE).filter({ visible: true }).first()).toBeVisible()
  await picture(page, 'message-375')
  await page.getByRole('button', { name: /^处理：/ }).filter({ visible: true }).click()
  await page.getByRole('radio', { name: /仅标记已处理/ }).click()
  await field(page, '原因').fill('已报名换证')
  await picture(page, 'handle-375')
  await page.getByRole('button', { name: /确定/ }).filter({ visible: true }).click()
  await expect(page.getByText('已处理').filter({ visible: true }).first()).toBeVisible()

  await control(base, 'clock', { advanceTo: '2024-08-06T02:00:00Z', every: 'PT1H' })
  expect(await outbox(base)).toHaveLength(sent.length)
})
