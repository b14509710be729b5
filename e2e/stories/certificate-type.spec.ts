import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../hospital'
import { picture } from '../picture'
import { button, field, seen, text } from '../steps'

test.use({ startsAt: '2026-11-25T01:00:00Z' })

const open = (page: Page, base: string, path: string) => page.goto(`${base}/?as=wx-wangjun#${path}`)
/** A field that is demanded carries a mark behind its label. */
const demanded = (page: Page, label: string): Locator => seen(page.getByLabel(`${label}*`, { exact: true }))
const tick = (page: Page, name: RegExp) => seen(page.getByRole('checkbox', { name }))

for (const width of [375, 1280]) {
  test.describe(`${width} wide`, () => {
    test.use({ viewport: { width, height: 800 } })

    test(`B14, B28, B32: at ${width} px a type gets its rhythm, the form follows it, and its certificate is in 人员资质管理`, async ({ page, hospital }) => {
      await open(page, hospital.base, '/pages/work/rules/institution')
      await field(page, '每条').fill('5')
      await button(page, '粘贴多个').click()
      await field(page, '每行一个').fill('元旦：2027年1月1日至3日放假，共3天\n春节：2027年2月5日至2月11日')
      await button(page, '加入 2 个').click()
      await tick(page, /节假日前提醒/).click()
      await picture(page, `rules-${width}`)
      await button(page, '保存').click()
      await expect(text(page, '没有改动')).toBeVisible()

      await open(page, hospital.base, '/pages/work/type/list')
      await picture(page, `types-${width}`)
      if (width === 375) await seen(page.getByText('职业健康检查', { exact: true })).click()
      else await button(page, '修改 职业健康检查').click()
      await button(page, '微信、短信改为节点').click()
      await expect(text(page, '每张证 7 次，而非 61 次，约 0.35 元/人')).toBeVisible()
      await tick(page, /再通知上级/).click()
      await picture(page, `type-${width}`)
      await button(page, '保存').click()
      await expect(text(page, /内置，本院已改/)).toBeVisible()

      await open(page, hospital.base, '/pages/work/qualification/list')
      await button(page, '新增人员资质').first().click()
      await expect(field(page, '提前预警时间(天)')).toBeVisible()
      await expect(field(page, '证件类型')).toHaveCount(1)
      await field(page, '证件类型').selectOption({ label: '职业健康检查' })
      await expect(field(page, '提前预警时间(天)')).toHaveValue('60')
      await demanded(page, '姓名').fill('孙八')
      await demanded(page, '签发日期').fill('2026-11-01')
      await expect(text(page, /通常有效 2 年，到 2028-10-31/)).toBeVisible()
      await field(page, '有效期至').fill('2028-10-31')
      await field(page, '提前预警时间(天)').fill('30')
      await expect(text(page, '来不及复审，建议提前 60 天')).toBeVisible()
      await field(page, '提前预警时间(天)').fill('60')
      await tick(page, /短信通知/).click()
      await expect(text(page, /首页 61 次、短信 7 次、微信 7 次/)).toBeVisible()
      await picture(page, `qualification-form-${width}`)
      await button(page, '保存').click()
      await expect(seen(page.getByRole('heading', { name: /剩 706 天/ }))).toBeVisible()
      await expect(text(page, '关联设备 0')).toHaveCount(0)

      await open(page, hospital.base, '/pages/work/qualification/list')
      await expect(text(page, '孙八')).toBeVisible()
      await expect(seen(page.getByText('职业健康检查', { exact: true })).first()).toBeVisible()
      await picture(page, `qualifications-${width}`)
      await open(page, hospital.base, '/pages/work/type/edit?id=health-check')
      await expect(text(page, /现有 1 张证/)).toBeVisible()
    })
  })
}
