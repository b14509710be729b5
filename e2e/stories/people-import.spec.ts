import { writeBook } from '../../cloud/sheets/write-xlsx'
import { expect, test } from '../hospital'
import { picture } from '../picture'
import { button, text } from '../steps'

test.use({ startsAt: '2026-11-25T01:00:00Z' })

const HEADER = ['职工号', '姓名', '部门', '职称', '用工性质']
const ROWS = [['N2001', '张伟', '影像中心', '技师', '合同制'], ['N2002', '张伟', 'CT室', '', '规培'], ['', '钱多', 'CT室', '', ''], ['N2004', '周全', '核医学三科', '', '在编']]

for (const width of [375, 1280]) {
  test.describe(`${width} wide`, () => {
    test.use({ viewport: { width, height: 800 } })

    test(`B27: at ${width} px a personnel list is looked at, and whom nothing is wrong with comes in`, async ({ page, hospital }) => {
      const buffer = Buffer.from(await writeBook([{ name: '名册', columns: HEADER.map((header) => ({ header, width: 12 })), batches: [ROWS] }]))
      await page.goto(`${hospital.base}/?as=wx-wangjun#/pages/work/person/list`)
      await button(page, /^导入/).click()
      const chooser = page.waitForEvent('filechooser')
      await button(page, '选择文件').click()
      await (await chooser).setFiles({ name: '人事名册.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer })
      await expect(page.getByRole('heading', { name: '可导入 2 行，2 行有问题' })).toBeVisible()
      await expect(text(page, /没有叫「核医学三科」的科室/)).toBeVisible()
      await picture(page, `people-import-${width}`)
      await button(page, '导入 2 行').click()
      const asked = page.getByRole('dialog', { name: '只导入 2 行' })
      await expect(asked.getByRole('button', { name: '取消' })).toBeFocused()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { name: '2 条全部办好' })).toBeVisible({ timeout: 30_000 })
      await page.goto(page.url().replace(/#.*/, '#/pages/work/person/list'))
      await expect(text(page, 'N2002')).toBeVisible()
    })
  })
}
