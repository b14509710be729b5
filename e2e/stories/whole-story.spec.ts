import type { Page } from '@playwright/test'
import { control, expect, test } from '../hospital'
import { pdf, photoOf } from '../papers'
import { picture } from '../picture'
import { attach, button, chooseDevices, field, fill, seen, text } from '../steps'

test.use({ viewport: { width: 375, height: 812 } })

interface Sent { channel: string; to: string; at: string; text?: string; fields?: unknown }
const outbox = async (base: string): Promise<Sent[]> => (await control(base, 'outbox')) as Sent[]

const SENTENCE = '直读式x-r 辐射个人剂量当量 (率) 监测仪、环境监测用x-r辐射空气比释动能率仪已经快到设备操作证到期日了, 设备操作证到期日是: 2025-01-31, 请及时处理!'

const bind = async (page: Page): Promise<void> => {
  await fill(page, { 所属机构: '医疗机构测试1', 登录名: 'zhangsan' })
  await page.getByRole('textbox', { name: '密码' }).fill('zhangsan-2026')
  await picture(page, 'bind-375')
  await button(page, '绑定').click()
  await expect(text(page, /今天有 \d+ 件事要办|今天没有要办的事/)).toBeVisible()
  await expect(text(page, '未来 12 个月到期')).toBeVisible()
  await expect(text(page, '已绑定张三的账号')).toBeHidden()
  await picture(page, 'home-375')
}

const findDevice = async (page: Page): Promise<void> => {
  await seen(page.getByText('设备', { exact: true })).last().click()
  await expect(text(page, '000075')).toBeVisible()
  await picture(page, 'devices-375')
  await seen(page.getByRole('textbox', { name: /名称、唯一码/ })).fill('裂隙灯')
  await button(page, '查询').click()
  await expect(seen(page.getByText('000075'))).toHaveCount(0)
  await button(page, /000055/).click()
  await expect(text(page, '今日可操作')).toBeVisible()
  await expect(text(page, '有效期止')).toBeVisible()
  await picture(page, 'device-375')
}

const addCertificate = async (page: Page, base: string): Promise<void> => {
  await page.goto(`${base}/#/pages/certificate/list`)
  await expect(text(page, 'C000000012')).toBeVisible()
  await picture(page, 'certificates-375')
  await button(page, '新增操作证').click()
  await chooseDevices(page, ['000064', '000063'])
  await attach(page, { name: '操作证.jpg', mimeType: 'image/jpeg', buffer: await photoOf(page) })
  await attach(page, { name: '合格证明.pdf', mimeType: 'application/pdf', buffer: pdf })
  await fill(page, { 颁证单位: '国家卫健委人才交流服务中心', 证件号: 'C000000063', 姓名: '张三', 签发日期: '2021-02-01', 有效期至: '2025-01-31', '提前预警时间(天)': '180', 发送时间: '10:00:00' })
  await seen(page.getByRole('checkbox', { name: /短信通知/ })).click()
  await button(page, /^发送给指定人员/).click()
  await seen(page.getByRole('checkbox', { name: /李四/ })).click()
  await picture(page, 'people-375')
  await button(page, '确定').click()
  await expect(text(page, /首次 2024-08-04 10:00，共 181 次/)).toBeVisible()
  await expect(text(page, /末次 2025-01-31/)).toBeVisible()
  await seen(page.getByText('关联设备', { exact: true })).scrollIntoViewIfNeeded()
  await picture(page, 'form-375', 1240)
  await seen(page.getByText('谁能收到')).scrollIntoViewIfNeeded()
  await picture(page, 'plan-375')
  await button(page, '保存').click()
  await expect(text(page, 'C000000063')).toBeVisible()
}

const handleFromMessage = async (page: Page, base: string): Promise<void> => {
  await page.goto(`${base}/?as=wx-zhangsan#/pages/inbox/list`)
  await seen(page.getByRole('button').filter({ hasText: SENTENCE })).click()
  await expect(button(page, /^处理：/)).toBeVisible()
  await picture(page, 'message-375')
  await button(page, /^处理：/).click()
  await seen(page.getByRole('radio', { name: /仅标记已处理/ })).click()
  await field(page, '原因').fill('已报名换证')
  await picture(page, 'handle-375')
  await button(page, /确定/).click()
  await expect(text(page, '已处理')).toBeVisible()
}

test('S1–S43: bind, find a device, add a certificate for two devices, be reminded once by each channel, handle it, hear no more', async ({ page, hospital }) => {
  const { base } = hospital
  await page.goto(`${base}/?as=wx-zhangsan`)
  await expect(text(page, '到期之前有人知道')).toBeVisible()
  await bind(page)
  await findDevice(page)
  await addCertificate(page, base)

  await control(base, 'clock', { advanceTo: '2024-08-04T01:59:59Z', every: 'PT1H' })
  expect(await outbox(base)).toEqual([])
  await control(base, 'clock', { advanceTo: '2024-08-04T02:00:00Z' })
  const sent = await outbox(base)
  const toHim = sent.filter(({ to }) => to.includes('13800000002') || to.includes('zhangsan'))
  expect(toHim.map(({ channel }) => channel).sort(), JSON.stringify(sent)).toEqual(['official-account', 'sms'])
  expect(JSON.stringify(toHim)).toContain('等2台')

  await page.goto(`${base}/_emulator/`)
  await page.setViewportSize({ width: 1280, height: 800 })
  await expect(page.getByText('13800000002').first()).toBeVisible()
  await picture(page, 'console-1280')
  await page.setViewportSize({ width: 375, height: 812 })

  await handleFromMessage(page, base)
  await text(page, '送达记录').click()
  await expect(text(page, '未关注公众号')).toBeVisible()
  await picture(page, 'delivery-375')

  await control(base, 'clock', { advanceTo: '2024-08-06T02:00:00Z', every: 'PT1H' })
  expect(await outbox(base)).toHaveLength(sent.length)
})
