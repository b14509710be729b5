import { writeBook } from '../../cloud/sheets/write-xlsx'
import { expect, test } from '../hospital'
import { picture } from '../picture'
import { button, text } from '../steps'

test.use({ startsAt: '2026-11-25T01:00:00Z' })

const HEADER = ['姓名', '工号', '角色', '部门', '手机']
const ROWS = [['张伟', 'n2001', '科室人员', '影像中心', '13800002001'], ['李娜', 'n2002', '设备科', '', ''], ['钱多', 'n2003', '主任', 'CT室', '']]

for (const width of [375, 1280]) {
  test.describe(`${width} wide`, () => {
    test.use({ viewport: { width, height: 800 } })

    test(`B23, S42: at ${width} px a list of accounts is looked at, comes in, and its codes are taken away`, async ({ page, hospital }) => {
      const buffer = Buffer.from(await writeBook([{ name: '账号', columns: HEADER.map((header) => ({ header, width: 12 })), batches: [ROWS] }]))
      await page.goto(`${hospital.base}/?as=wx-wangjun#/pages/work/account/accounts`)
      await button(page, '导入账号').click()
      const chooser = page.waitForEvent('filechooser')
      await button(page, '选择文件').click()
      await (await chooser).setFiles({ name: '账号.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer })
      await expect(page.getByRole('heading', { name: '可导入 2 行，1 行有问题' })).toBeVisible()
      await expect(text(page, /「主任」看不懂/)).toBeVisible()
      await picture(page, `account-import-${width}`)
      await button(page, '导入 2 行').click()
      await page.getByRole('dialog', { name: '只导入 2 行' }).getByRole('button', { name: '导入' }).click()
      await expect(page.getByRole('heading', { name: '2 条全部办好' })).toBeVisible({ timeout: 30_000 })
      await picture(page, `account-import-codes-${width}`)
      const file = page.waitForEvent('download')
      await button(page, '下载绑定码').click()
      expect((await file).suggestedFilename()).toBe('绑定码 2 人.xlsx')
    })
  })
}
