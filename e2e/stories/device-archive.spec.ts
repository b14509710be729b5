import type { Page } from '@playwright/test'
import { expect, test } from '../hospital'
import { picture } from '../picture'
import { button, field, seen, text } from '../steps'

test.use({ startsAt: '2026-11-25T01:00:00Z' })

const open = (page: Page, base: string, code: string) => page.goto(`${base}/?as=wx-wangjun#/pages/device/record/detail?id=dev-${code}`)
const tab = (page: Page, name: string) => seen(page.getByRole('tab', { name, exact: true }))
const sheet = (page: Page) => page.getByRole('dialog')

for (const width of [375, 1280]) {
  test.describe(`${width} wide`, () => {
    test.use({ viewport: { width, height: 800 } })

    test(`S44, S48, S53, S54: at ${width} px a device is corrected, gets its 维保商, is transferred and is found under its new department`, async ({ page, hospital }) => {
      await open(page, hospital.base, '000055')
      await button(page, '修改档案').click()
      await field(page, '规格型号').fill('SL-3G')
      await picture(page, `device-edit-${width}`)
      await button(page, '保存').click()
      await expect(text(page, /SL-3G/)).toBeVisible()

      await tab(page, '维保商').click()
      await button(page, '新增维保商').click()
      await button(page, '保存').click()
      await expect(sheet(page)).toContainText('请填写维保服务商')
      await sheet(page).getByLabel('维保服务商').pressSequentially('服务商测试二')
      await picture(page, `device-maintainer-${width}`)
      await button(page, '保存').click()
      await expect(text(page, '服务商测试二')).toBeVisible()

      await button(page, '转科').click()
      await sheet(page).getByLabel('转入科室').selectOption('CT室')
      await picture(page, `device-transfer-${width}`)
      await button(page, '确认转科').click()
      await expect(sheet(page)).toHaveCount(0)
      await tab(page, '转科记录').click()
      await expect(text(page, '转出科室')).toBeVisible()
      await picture(page, `device-transferred-${width}`)

      await page.goto(`${hospital.base}/?as=wx-wangjun#/pages/device/list`)
      if (width === 375) await tab(page, 'CT室').click()
      else await field(page, '科室').selectOption('CT室')
      await expect(text(page, '000055')).toBeVisible()
      await picture(page, `device-list-${width}`)
    })

    test(`B34: at ${width} px a device without holders is proposed those of its type and department, linked by one tap and taken back by another`, async ({ page, hospital }) => {
      await open(page, hospital.base, '000075')
      await button(page, '关联 郑十一 C000000013').click()
      await expect(button(page, '撤销关联 郑十一 C000000013')).toBeVisible()
      await expect(seen(page.locator('.may__n'))).toHaveText('1人')
      await expect(button(page, '修改 C000000013')).toBeVisible()
      await picture(page, `device-proposed-${width}`)
      await button(page, '撤销关联 郑十一 C000000013').click()
      await expect(button(page, '关联 郑十一 C000000013')).toBeVisible()
      await expect(seen(page.locator('.may__n'))).toHaveText('0人')
    })
  })
}

test('B34: at 375 px 报废 of a device lists its papers before it is saved: one is kept, one is reminded of no more and taken up again', async ({ page, hospital }) => {
  await page.setViewportSize({ width: 375, height: 800 })
  await open(page, hospital.base, '000059')
  await button(page, '在档状态').click()
  await sheet(page).getByRole('radio', { name: /报废/ }).click()
  await expect(sheet(page)).toContainText('改挂新设备')
  await sheet(page).getByRole('button', { name: /^停止提醒/ }).first().click()
  await expect(sheet(page)).toContainText('已停止提醒')
  await sheet(page).getByRole('button', { name: /^保留/ }).first().click()
  await expect(sheet(page)).toContainText('已保留')
  await picture(page, 'device-status-375')
  await sheet(page).getByRole('button', { name: /^恢复提醒/ }).first().click()
  await expect(sheet(page)).not.toContainText('已停止提醒')
})
