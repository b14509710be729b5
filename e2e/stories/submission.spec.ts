import type { Locator, Page } from '@playwright/test'
import { control, expect, test } from '../hospital'
import { photoOf } from '../papers'
import { picture } from '../picture'
import { attach, button, field, fill, seen, text } from '../steps'

test.use({ startsAt: '2026-11-25T01:00:00Z' })

const as = async (page: Page, base: string, user: string, path: string): Promise<void> => {
  await page.goto(`${base}/?as=wx-${user}#${path}`)
  await page.reload()
}

/** What a story needs before it begins, asked as that user. */
const ask = async (base: string, user: string, operation: string, input: unknown): Promise<void> => {
  const headers = { 'content-type': 'application/json', 'x-emulator-openid': `wx-${user}` }
  const reply = await fetch(`${base}/_emulator/functions/api`, { method: 'POST', headers, body: JSON.stringify({ data: { operation, input, requestId: `story-${operation.replace('.', '-')}-000000001` } }) })
  expect(await reply.text()).toContain('"ok":true')
}

const openMessage = async (page: Page, title: string): Promise<void> => {
  await text(page, title).click()
  await expect(button(page, '看这份提交')).toBeVisible()
}

/** Counts what a finger does; typing and the system's own choosing of a file are not taps. */
const tapping = () => {
  const taps: string[] = []
  return {
    taps,
    tap: async (name: string, what: Locator): Promise<void> => {
      taps.push(name)
      await what.click()
    },
  }
}

for (const width of [375, 1280]) {
  test.describe(`${width} wide`, () => {
    test.use({ viewport: { width, height: width === 375 ? 812 : 800 } })

    test(`B16, B27, B13: at ${width} px a holder submits his new card, it is returned, mended and approved, and each side is told`, async ({ page, hospital }) => {
      const { base } = hospital
      await ask(base, 'wangjun', 'person.claim', { id: 'person-wangwu', certificateId: 'cert-C000000006', theirs: true })
      await as(page, base, 'wangwu', '/pages/certificate/record/mine')
      await expect(text(page, 'C000000006')).toBeVisible()
      await picture(page, `mine-${width}`)
      await button(page, '提交换证 C000000006').click()
      await expect(text(page, '换的是这张证')).toBeVisible()
      await button(page, '提交审核').click()
      await expect(text(page, '请上传新证的照片。')).toBeVisible()
      await attach(page, { name: '新证.jpg', mimeType: 'image/jpeg', buffer: await photoOf(page) })
      await fill(page, { 证件号: 'C900000006', 签发日期: '2026-11-20', '新有效期至*': '2030-11-19' })
      await picture(page, `submit-${width}`)
      await button(page, '提交审核').click()
      await expect(text(page, '待审核')).toBeVisible()
      await expect(text(page, '审核期间提醒照常')).toBeVisible()
      await picture(page, `submitted-${width}`)

      await as(page, base, 'lisi', '/pages/home/home')
      await text(page, '1 份换证待审核').click()
      await text(page, '王五的换证').click()
      await expect(text(page, '2030-11-19')).toBeVisible()
      await picture(page, `review-${width}`)
      await button(page, '退回').click()
      await seen(page.getByRole('tab', { name: '照片不清楚，请重拍' })).click()
      await picture(page, `return-${width}`)
      await button(page, '退回，提交人会看到原因').click()
      await expect(text(page, '李四 退回：照片不清楚，请重拍')).toBeVisible()

      await as(page, base, 'wangwu', '/pages/inbox/list')
      await openMessage(page, '您提交的换证被退回')
      await picture(page, `returned-message-${width}`)
      await button(page, '看这份提交').click()
      await button(page, '改好再提交').click()
      await expect(text(page, '退回原因：照片不清楚，请重拍')).toBeVisible()
      await expect(field(page, '新有效期至*')).toHaveValue('2030-11-19')
      await button(page, '删除 新证.jpg').click()
      await attach(page, { name: '重拍.jpg', mimeType: 'image/jpeg', buffer: await photoOf(page) })
      await button(page, '提交审核').click()
      await expect(text(page, '改好后再次提交')).toBeVisible()

      await as(page, base, 'lisi', '/pages/inbox/list')
      await openMessage(page, '王五改好后再次提交了换证，待审核')
      await button(page, '看这份提交').click()
      await button(page, '通过').click()
      await expect(text(page, '已通过')).toBeVisible()

      await as(page, base, 'wangwu', '/pages/inbox/list')
      await expect(text(page, '您提交的换证已通过')).toBeVisible()
      await as(page, base, 'wangwu', '/pages/certificate/record/mine')
      await expect(text(page, '有效期至 2030-11-19')).toBeVisible()
      await text(page, 'C900000006').click()
      await expect(text(page, '第 2 个周期，已换证 1 次')).toBeVisible()
      await expect(text(page, '换证记录')).toBeVisible()
    })

    test(`B1, B13: at ${width} px a message leads to 已换证 in three taps`, async ({ page, hospital }) => {
      const { base } = hospital
      await control(base, 'clock', { advanceTo: '2026-11-25T01:31:00Z' })
      await as(page, base, 'lisi', '/pages/inbox/list')
      await text(page, /张操作证快到期/).click()
      const { taps, tap } = tapping()
      await tap('处理', seen(page.getByRole('button', { name: /^处理：/ })).first())
      await tap('已换证', seen(page.getByRole('radio', { name: /已换证/ })))
      await fill(page, { 新有效期至: '2030-11-24' })
      await tap('确定', button(page, /确定/))
      await expect(text(page, '换证记录')).toBeVisible()
      expect(taps).toHaveLength(3)
    })

    test(`S13, S30, S36: at ${width} px a certificate for three devices is added by photo in twelve taps at most`, async ({ page, hospital }) => {
      const { base } = hospital
      await as(page, base, 'wangjun', '/pages/certificate/list')
      const { taps, tap } = tapping()
      await tap('新增', seen(page.getByRole('button', { name: /^新增(设备)?操作证$/ })).first())
      await tap('关联设备', button(page, '关联设备'))
      for (const code of ['000075', '000074', '000073']) await tap(code, width === 375 ? text(page, code) : seen(page.getByRole('row', { name: new RegExp(code) })).getByRole('checkbox'))
      await tap('确定', button(page, '确定'))
      await expect(text(page, '已选择设备 3')).toBeVisible()
      taps.push('上传')
      await attach(page, { name: '操作证.jpg', mimeType: 'image/jpeg', buffer: await photoOf(page) })
      await fill(page, { 证件号: 'C700000001', 姓名: '李四', 签发日期: '2026-11-01', 有效期至: '2030-10-31' })
      await tap('保存', button(page, '保存'))
      await expect(text(page, 'C700000001')).toBeVisible()
      expect(taps.length, taps.join(' → ')).toBeLessThanOrEqual(12)
    })
  })
}
