import { expect, test } from '../hospital'
import { picture } from '../picture'
import { button, text } from '../steps'

test.use({ startsAt: '2026-11-25T01:00:00Z' })

test.describe('1280 wide', () => {
  test.use({ viewport: { width: 1280, height: 800 } })

  test('B4: at the desk a department is read as 人员 × 设备, with who holds nothing, and a cell opens its certificate', async ({ page, hospital }) => {
    await page.goto(`${hospital.base}/?as=wx-wangjun#/pages/work/cover/list`)
    await page.getByRole('tab', { name: '按人员' }).click()
    await page.getByRole('combobox', { name: '所属科室' }).selectOption({ label: '影像中心' })
    const matrix = page.getByRole('table', { name: '人员与设备' })
    await expect(matrix.getByRole('columnheader')).toHaveCount(11)
    const holding = await matrix.getByRole('row').count()
    await page.getByRole('combobox', { name: '人员', exact: true }).selectOption({ label: '全科人员' })
    await expect.poll(() => matrix.getByRole('row').count()).toBeGreaterThan(holding)
    await expect(matrix.getByRole('columnheader').filter({ hasText: '000064' })).toContainText('1 人')
    await picture(page, 'cover-1280')
    await matrix.getByRole('button', { name: /李四 直读式/ }).click()
    await expect(text(page, '证照信息')).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('tab', { name: '按人员' })).toHaveAttribute('aria-selected', 'true')
    await expect(matrix.getByRole('columnheader')).toHaveCount(11)
  })
})

test.describe('375 wide', () => {
  test.use({ viewport: { width: 375, height: 812 } })

  test('B4: on the phone each person stands with the devices he may operate, and a name narrows them', async ({ page, hospital }) => {
    await page.goto(`${hospital.base}/?as=wx-wangjun#/pages/work/cover/list`)
    await page.getByRole('tab', { name: '按人员' }).click()
    await expect(text(page, /^高压注射器 000067（至 /)).toBeVisible()
    await picture(page, 'cover-375')
    await page.getByRole('textbox', { name: '姓名' }).fill('陈')
    await button(page, '查询').last().click()
    await expect(text(page, /^高压注射器 000067（至 /)).toBeHidden()
    await expect(text(page, '陈十三')).toBeVisible()
  })
})
