import type { CDPSession, Page } from '@playwright/test'
import { HOSPITAL } from '../../demo/departments'
import { expect, test } from '../hospital'
import { photoOf } from '../papers'
import { picture } from '../picture'
import { button, chooseDevices, field, fill, text, upload } from '../steps'

const KEPT = { 证件号: '', 姓名: '周十五', 签发日期: '2021-02-01', 有效期至: '2025-01-31' }

/** A line that carries this many bytes a second; 0: none at all. */
const line = (session: CDPSession, upwards: number): Promise<unknown> =>
  session.send('Network.emulateNetworkConditions', { offline: upwards === 0, latency: 0, downloadThroughput: -1, uploadThroughput: upwards })

/** As heavy as a photo may be that travels as it is; what follows the end of a picture is not looked at. */
const largePhoto = async (page: Page): Promise<Buffer> => Buffer.concat([await photoOf(page), Buffer.alloc(1_400_000, 1)])

async function openForm(page: Page, { base, width, number }: { base: string; width: number; number: string }): Promise<void> {
  await page.goto('about:blank')
  await page.setViewportSize({ width, height: 800 })
  await page.goto(`${base}/?as=wx-wangjun#/pages/certificate/record/edit`)
  await fill(page, { ...KEPT, 证件号: number })
}

const chooseOne = async (page: Page, width: number): Promise<void> => {
  if (width === 375) return chooseDevices(page, ['000072'])
  await button(page, '关联设备').click()
  await page.getByRole('dialog', { name: '选择设备' }).getByRole('checkbox', { name: /000072$/ }).click()
  await page.getByRole('dialog', { name: '选择设备' }).getByRole('button', { name: '确定' }).click()
}

test('S32: at 375 and at 1280 px a line that breaks in the middle of a photo is told, nothing is saved without the photo, and 重试 brings it', async ({ page, hospital }) => {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const certificates = (number: string) => hospital.store.find('certificates', { institutionId: HOSPITAL, number }).docs

  for (const [width, number] of [[375, 'C000000801'], [1280, 'C000000802']] as const) {
    await openForm(page, { base: hospital.base, width, number })
    await chooseOne(page, width)
    await line(session, 250_000)
    await upload(page, { name: '操作证.jpg', mimeType: 'image/jpeg', buffer: await largePhoto(page) })
    await expect(text(page, /^正在上传 [1-9]\d?%$/)).toBeVisible()
    await line(session, 0)
    await expect(text(page, '网络不通，没有传上去')).toBeVisible()

    await line(session, -1)
    await button(page, '保存').click()
    await expect(text(page, '有附件没有传上去，请重试，或删除后再保存')).toBeVisible()
    await picture(page, `lost-upload-${width}`)
    expect(certificates(number)).toEqual([])
    expect(hospital.store.find('uploads', { accountId: 'acc-wangjun' }).docs.filter(({ state }) => state === 'confirmed')).toEqual([])
    for (const [label, value] of Object.entries({ ...KEPT, 证件号: number })) await expect(field(page, label)).toHaveValue(value)

    await button(page, '重试 操作证.jpg').click()
    await expect(button(page, '查看 操作证.jpg')).toBeVisible()
    await expect(text(page, '网络不通，没有传上去')).toHaveCount(0)
    await button(page, '保存').click()
    await expect(text(page, '送达记录')).toBeVisible()
    expect(certificates(number).map(({ attachments }) => (attachments as Array<{ name: string }>).map(({ name }) => name))).toEqual([['操作证.jpg']])
  }
})
