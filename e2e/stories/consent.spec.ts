import { emptyForm } from '../../domain/certificate/certificate'
import { instantOf } from '../../domain/kernel/civil-day'
import { control, expect, test } from '../hospital'
import { button, text } from '../steps'

test.use({ viewport: { width: 375, height: 812 }, startsAt: '2026-11-25T01:00:00Z' })

test('B2: one tap on the phone of somebody who does not follow is one more reminder in his WeChat', async ({ page, hospital }) => {
  await page.goto(`${hospital.base}/?as=wx-lisi#/pages/me/me`)
  await expect(text(page, '微信还可提醒 0 次')).toBeVisible()
  await button(page, '点一次 +1').click()
  await expect(text(page, '微信还可提醒 1 次')).toBeVisible()

  const form = {
    ...emptyForm(), deviceIds: ['dev-000059'], number: 'N-0001', holderName: '王五', issuedOn: '2023-01-01', expiresOn: '2026-12-10', leadDays: 30, sendTime: '10:00:00',
    channels: { home: false, sms: false, wechat: true }, relatedRoles: [], recipientIds: ['acc-lisi'],
  }
  const saved = await hospital.invoke('api', { operation: 'certificate.save', input: { id: null, version: null, form }, requestId: 'request-000000000001' }, 'wx-wangjun')
  expect(saved).toMatchObject({ ok: true })
  await hospital.advance(instantOf('2026-11-25', '10:01:00'))
  const sent = (await control(hospital.base, 'outbox')) as Array<{ channel: string; to: string }>
  expect(sent.filter(({ channel }) => channel === 'subscribe-message')).toMatchObject([{ to: 'wx-lisi' }])
  await page.reload()
  await expect(text(page, '微信还可提醒 0 次')).toBeVisible()
})
