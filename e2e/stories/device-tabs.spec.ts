import type { Page } from '@playwright/test'
import { expect, test } from '../hospital'
import { picture } from '../picture'
import { button, seen, text } from '../steps'

test.use({ startsAt: '2026-11-25T01:00:00Z' })

const tab = (page: Page, name: string | RegExp) => seen(page.getByRole('tab', { name }))
/** By its label, with the star of a field that is demanded or without. */
const field = (page: Page, label: string) => seen(page.getByLabel(new RegExp(`^${label}\\*?$`)))
const fill = async (page: Page, values: Readonly<Record<string, string>>): Promise<void> => {
  for (const [label, value] of Object.entries(values)) await field(page, label).fill(value)
}
const sheet = (page: Page) => page.getByRole('dialog')

/** 新增设备档案 with a plan that falls due and a certificate; a tab that is wrong is gone to. */
const addDevice = async (page: Page, width: number): Promise<void> => {
  await fill(page, { 设备名称: '彩色多普勒超声诊断仪' })
  await field(page, '所属科室名称').selectOption('眼科')
  await tab(page, '保养计划').click()
  await fill(page, { 周期: '6' })
  await field(page, '上次保养日期').fill('2026-06-01')
  await expect(field(page, '下次到期')).toHaveValue('2026-12-01')
  await tab(page, '操作证').click()
  await fill(page, { 证件号: 'C000000099', 姓名: '孙八' })
  await field(page, '签发日期').fill('2025-01-01')
  await tab(page, '附件').click()
  await button(page, '保存').click()
  await expect(text(page, '“操作证”里有 1 项要改')).toBeVisible()
  await expect(tab(page, '操作证（要改）')).toHaveAttribute('aria-selected', 'true')
  await field(page, '有效期至').fill('2028-12-31')
  await picture(page, `device-new-${width}`, 1500)
  await button(page, '保存').click()
  await expect(text(page, '000076')).toBeVisible()
}

for (const width of [375, 1280]) {
  test.describe(`${width} wide`, () => {
    test.use({ viewport: { width, height: 800 } })

    test(`S45, S46, S48, S54: at ${width} px a device is entered with its plan and certificate in one save, the plan is done, the device transferred and found`, async ({ page, hospital }) => {
      await page.goto(`${hospital.base}/?as=wx-wangjun#/pages/device/record/create`)
      await addDevice(page, width)
      await expect(text(page, 'C000000099')).toBeVisible()

      await tab(page, '保养计划').click()
      await expect(text(page, '2026-12-01')).toBeVisible()
      await picture(page, `device-plan-${width}`)
      await button(page, '登记本次完成 保养计划').click()
      await expect(sheet(page)).toContainText('确定，下次到期 2027-05-25')
      await picture(page, `device-plan-done-${width}`)
      await button(page, '确定，下次到期 2027-05-25').click()
      await expect(sheet(page)).toHaveCount(0)
      await button(page, '历史记录 1 次').click()
      await expect(text(page, '2026-06-01 至 2026-12-01')).toBeVisible()

      await tab(page, '配置许可证').click()
      await expect(text(page, '还没有录入配置许可证。')).toBeVisible()
      await tab(page, '计量计划').click()
      await button(page, '新增计量计划').click()
      await sheet(page).getByLabel('上次计量日期').fill('2026-03-10')
      await button(page, '保存').click()
      await expect(text(page, '2027-03-09')).toBeVisible()

      await button(page, '转科').click()
      await sheet(page).getByLabel('转入科室').selectOption('CT室')
      await button(page, '确认转科').click()
      await expect(sheet(page)).toHaveCount(0)
      await page.goto(`${hospital.base}/?as=wx-wangjun#/pages/device/list`)
      if (width === 375) await tab(page, 'CT室').click()
      else await field(page, '科室').selectOption('CT室')
      await expect(text(page, '000076')).toBeVisible()
    })
  })
}

test('S46: at 375 px what was typed in the tabs is found again after leaving', async ({ page, hospital }) => {
  await page.setViewportSize({ width: 375, height: 800 })
  await page.goto(`${hospital.base}/?as=wx-wangjun#/pages/device/record/create`)
  await fill(page, { 设备名称: '裂隙灯' })
  await tab(page, '配置许可证').click()
  await fill(page, { 颁证单位: '国家卫健委' })
  await page.reload()
  await expect(text(page, '已找回上次没有保存的内容。')).toBeVisible()
  await tab(page, '配置许可证（已填）').click()
  await expect(field(page, '颁证单位')).toHaveValue('国家卫健委')
})
