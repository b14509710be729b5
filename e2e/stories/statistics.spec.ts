import type { Page } from '@playwright/test'
import { expect, test } from '../hospital'
import { picture } from '../picture'
import { button, field, text } from '../steps'

test.use({ startsAt: '2026-11-25T01:00:00Z' })

const setNeed = async (page: Page): Promise<void> => {
  await button(page, '持证要求').click()
  await button(page, '加一条').click()
  await field(page, '科室').last().selectOption('CT室')
  await field(page, '要持').last().selectOption({ index: 1 })
}

/** It has come, and gone by itself: no picture has it. */
const toastGone = async (page: Page, words: string | RegExp): Promise<void> => {
  await expect(page.getByText(words)).toBeVisible()
  await expect(page.getByText(words)).toBeHidden()
}

for (const width of [375, 1280]) {
  test.describe(`${width} wide`, () => {
    test.use({ viewport: { width, height: 800 } })

    test(`B31: at ${width} px 设备科 says who needs what, and every percentage opens its names`, async ({ page, hospital }) => {
      await page.goto(`${hospital.base}/?as=wx-wangjun#/pages/work/statistics/report`)
      await setNeed(page)
      await picture(page, `statistics-needs-${width}`)
      await button(page, '保存').click()
      await toastGone(page, '已保存')
      await expect(text(page, /^应持证 \d+ 人/)).toBeVisible()
      await picture(page, `statistics-${width}`)
      await text(page, 'CT室').click()
      const names = page.getByRole('dialog')
      await expect(names.getByText(/^缺 /).first()).toBeVisible()
      await picture(page, `statistics-names-${width}`)
      await names.getByRole('tab', { name: /^已持证/ }).click()
      await expect(names.getByText(/^缺 /)).toHaveCount(0)
      await names.getByRole('button', { name: '关闭' }).click()
      const download = page.waitForEvent('download')
      await button(page, '导出Excel').click()
      expect((await download).suggestedFilename()).toMatch(/^持证情况.*\.xlsx$/)
      await toastGone(page, /^已导出/)
      await page.getByText('提醒效果', { exact: true }).click()
      await expect(text(page, '到期前换好')).toBeVisible()
      await picture(page, `statistics-reminding-${width}`)
    })
  })
}
