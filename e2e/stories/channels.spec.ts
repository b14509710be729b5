import type { Page } from '@playwright/test'
import { emptyForm } from '../../domain/certificate/certificate'
import { control, expect, test } from '../hospital'
import { picture } from '../picture'
import { button, seen, text } from '../steps'

test.use({ viewport: { width: 375, height: 812 }, startsAt: '2026-11-25T01:00:00Z' })

interface Sent { channel: string; to: string }
const TEN = (day: string): string => `2026-11-${day}T02:00:00Z`

const form = {
  ...emptyForm(), deviceIds: ['dev-000059'], number: 'N-0001', holderName: '王五', issuedOn: '2023-01-01', expiresOn: '2026-12-20', leadDays: 60, sendTime: '10:00:00',
  channels: { home: true, sms: true, wechat: true }, relatedRoles: [], recipientIds: ['acc-lisi'],
}

/** What reached 李四 since the last look. */
const sinceOf = (base: string) => {
  let looked = 0
  return async (until: string): Promise<string[]> => {
    await control(base, 'clock', { advanceTo: until, every: 'PT1H' })
    const his = ((await control(base, 'outbox')) as Sent[]).filter(({ to }) => ['wx-lisi', 'oa-lisi', '13800000003'].includes(to))
    const fresh = his.slice(looked).map(({ channel }) => channel).sort()
    looked = his.length
    return fresh
  }
}

const tapOnce = async (page: Page, left: number): Promise<void> => {
  await button(page, '点一次 +1').click()
  await expect(text(page, `微信还可提醒 ${left} 次`)).toBeVisible()
}

test('B2, B3, S42: two credits are two messages, then SMS and 首页 only; one tap brings the next; following and unfollowing changes the way at the next message', async ({ page, hospital }) => {
  const { base } = hospital
  const mine = `${base}/?as=wx-lisi#/pages/work/channel/mine`
  await page.goto(mine)
  await expect(text(page, '未关注')).toBeVisible()
  await tapOnce(page, 1)
  await tapOnce(page, 2)
  const saved = await hospital.invoke('api', { operation: 'certificate.save', input: { id: null, version: null, form }, requestId: 'request-000000000001' }, 'wx-wangjun')
  expect(saved, JSON.stringify(saved)).toMatchObject({ ok: true })

  const until = sinceOf(base)
  expect(await until(TEN('25'))).toEqual(['sms', 'subscribe-message'])
  expect(await until(TEN('26'))).toEqual(['sms', 'subscribe-message'])
  expect(await until(TEN('27'))).toEqual(['sms'])
  await page.reload()
  await expect(text(page, '微信还可提醒 0 次')).toBeVisible()
  await tapOnce(page, 1)
  expect(await until(TEN('28'))).toEqual(['sms', 'subscribe-message'])

  await control(base, 'wechat/follow', { openid: 'wx-lisi' })
  await page.reload()
  await expect(text(page, '已关注')).toBeVisible()
  expect(await until(TEN('29'))).toEqual(['official-account', 'sms'])
  await control(base, 'wechat/unfollow', { openid: 'wx-lisi' })
  expect(await until(TEN('30'))).toEqual(['sms'])
  await page.reload()
  await expect(text(page, '未关注')).toBeVisible()
  await button(page, '显示关注二维码').click()
  await expect(seen(page.getByText('二维码只认您本人', { exact: false }))).toBeVisible()

  await page.goto(`${base}/?as=wx-wangjun#/pages/work/account/accounts`)
  await expect(text(page, /李四/)).toBeVisible()
  await expect(text(page, /未关注\s+有手机号\s+微信还可提醒 0 次/)).toBeVisible()

  await page.setViewportSize({ width: 1280, height: 800 })
  await expect(seen(page.getByRole('row', { name: /李四/ })).first()).toContainText(/未关注.*微信还可提醒 0 次/)
  const { data: { id } } = saved as { data: { id: string } }
  await page.goto(`${base}/?as=wx-wangjun#/pages/certificate/record/detail?id=${id}`)
  await expect(text(page, 'N-0001')).toBeVisible()
  await expect(text(page, '微信：未关注公众号')).toBeVisible()
  await page.goto(mine)
  await expect(text(page, '微信还可提醒 0 次')).toBeVisible()
  await expect(text(page, '未关注')).toBeVisible()
})

test('B3: a test of each channel goes to whoever asks; a manager saves 通道设置, and with 用工消息 switched on a member of staff takes it once', async ({ page, hospital }) => {
  const { base } = hospital
  await page.goto(`${base}/?as=wx-wangjun#/pages/work/channel/mine`)
  await button(page, '用短信给我发一条测试').click()
  await expect(text(page, '已发出，请查看')).toBeVisible()
  expect((await control(base, 'outbox')) as Sent[]).toMatchObject([{ channel: 'sms', to: '13800000001' }])

  await button(page, '打开通道设置').click()
  await expect(text(page, '公众号模板消息')).toBeVisible()
  const choice = seen(page.getByRole('tablist', { name: '公众号' }))
  await choice.getByRole('tab', { name: '本院自己的' }).click()
  await button(page, '测试并保存').click()
  await expect(text(page, /公众号没有填全/)).toBeVisible()
  await choice.getByRole('tab', { name: '系统默认' }).click()
  await button(page, '测试并保存').click()
  await expect(text(page, '已测试通过并保存')).toBeVisible()

  await seen(page.getByRole('tablist', { name: '用工消息' })).getByRole('tab', { name: '开启' }).click()
  await button(page, '测试并保存').click()
  await expect(text(page, /用工消息没有填全/)).toBeVisible()
  await page.getByRole('textbox', { name: '用工消息的模板 ID' }).fill('demo-employee')
  await seen(page.getByRole('tablist', { name: '照片内容检查' })).getByRole('tab', { name: '开启' }).click()
  const saved = page.waitForResponse((answer) => answer.request().postData()?.includes('channel.save-settings') ?? false)
  await button(page, '测试并保存').click()
  await saved
  await page.goto(`${base}/?as=wx-lisi#/pages/work/channel/mine`)
  await picture(page, 'employment-375', 1200)
  await button(page, '开启用工消息').click()
  await expect(text(page, '已开启')).toBeVisible()
  await button(page, '用用工消息给我发一条测试').click()
  await expect(text(page, '已发出，请查看')).toBeVisible()
  expect(((await control(base, 'outbox')) as Sent[]).map(({ channel, to }) => [channel, to])).toContainEqual(['employee-message', 'wx-lisi'])
})
