import { expect, test } from '../hospital'
import { picture } from '../picture'
import { button, field, seen, text } from '../steps'

test.use({ startsAt: '2026-11-25T01:00:00Z' })

for (const width of [375, 1280]) {
  test.describe(`${width} wide`, () => {
    test.use({ viewport: { width, height: 800 } })

    test(`S52, S44: at ${width} px a department is added under another, two become one with all that is under them, and a word is found by its initials`, async ({ page, hospital }) => {
      const open = (name: string) => (width < 768 ? text(page, name).click() : button(page, `修改 ${name}`).click())
      await page.goto(`${hospital.base}/?as=wx-wangjun#/pages/work/dictionary/list`)
      await expect(text(page, '负责人 李四').or(text(page, '李四'))).toBeVisible()
      await picture(page, `dictionary-${width}`)

      await button(page, '新增科室').click()
      await seen(page.getByLabel(/^名称/)).fill('急诊科')
      await button(page, '新增').click()
      await expect(text(page, '急诊科')).toBeVisible()

      await open('口腔科')
      await expect(text(page, /台设备/)).toBeVisible()
      await button(page, '合并到…').click()
      await seen(page.getByRole('radio', { name: /急诊科/ })).click()
      await button(page, '合并到 急诊科').click()
      await page.getByRole('dialog', { name: '合并到“急诊科”？' }).getByRole('button', { name: '合并' }).click()
      await expect(page.getByRole('heading', { name: /全部办好/ })).toBeVisible({ timeout: 30_000 })

      await page.goto(`${hospital.base}/?as=wx-wangjun#/pages/work/dictionary/list`)
      await expect(text(page, '急诊科')).toBeVisible()
      await expect(seen(page.getByText('口腔科', { exact: true }))).toHaveCount(0)
      await seen(page.getByRole('tab', { name: '设备名称' })).click()
      await field(page, '按名称或首字母查找').fill('cgz')
      await page.keyboard.press('Enter')
      await expect(text(page, '检眼镜')).toHaveCount(0)
      await expect(text(page, /磁共振/)).toBeVisible()
    })
  })
}
