import { emptyForm } from '../../domain/certificate/certificate'
import { control, expect, test } from '../hospital'
import { picture } from '../picture'
import { button, text } from '../steps'

const LEDGER = [{ width: 375, height: 812 }, { width: 1280, height: 800 }] as const

test.use({ startsAt: '2026-11-25T00:55:00Z' })

const form = {
  ...emptyForm(), deviceIds: ['dev-000059'], number: 'N-0001', holderName: '王五', issuedOn: '2023-01-01', expiresOn: '2026-12-20', leadDays: 60, sendTime: '09:00:00',
  channels: { home: true, sms: true, wechat: true }, relatedRoles: [], recipientIds: ['acc-lisi', 'acc-qianqi', 'acc-wangwu'],
}

for (const viewport of LEDGER) {
  test(`B18: the SMS provider refuses our signature: 院级管理员 is alarmed on 首页, sees why and what to do, and finds it in tomorrow’s 每日运行摘要 (${viewport.width})`, async ({ page, hospital }) => {
    await page.setViewportSize(viewport)
    const { base } = hospital
    const saved = await hospital.invoke('api', { operation: 'certificate.save', input: { id: null, version: null, form }, requestId: 'request-000000000001' }, 'wx-wangjun')
    expect(saved, JSON.stringify(saved)).toMatchObject({ ok: true })
    await control(base, 'providers/faults', { end: 'sms', code: 'FailedOperation.SignatureIncorrectOrUnapproved', times: 20 })
    await control(base, 'clock', { advanceTo: '2026-11-25T01:03:00Z' })

    await page.goto(`${base}/?as=wx-wangjun#/pages/home/home`)
    await expect(text(page, /短信自 09:00 起发不出去：短信签名没有通过审核/)).toBeVisible()
    if (viewport.width === 375) await picture(page, 'health-home-375')
    await button(page, /短信自 09:00 起发不出去/).click()

    await expect(text(page, '有 1 件事要处理')).toBeVisible()
    await expect(text(page, '这是平台统一的设置，请告诉系统管理员。')).toBeVisible()
    await expect(text(page, '短信：短信签名没有通过审核')).toBeVisible()
    await expect(text(page, '短信：没有手机号')).toBeVisible()
    await picture(page, `health-status-${viewport.width}`)

    await control(base, 'clock', { advanceTo: '2026-11-26T00:40:00Z', every: 'PT1H' })
    await page.goto(`${base}/?as=wx-wangjun#/pages/inbox/list`)
    await page.reload()
    await text(page, '每日运行摘要').click()
    await expect(text(page, /11-25 发出首页 \d+ 条/)).toBeVisible()
    if (viewport.width === 375) await picture(page, 'health-digest-375')
    await button(page, '看运行状况').click()
    await expect(text(page, '近 7 天的发送')).toBeVisible()
  })
}
