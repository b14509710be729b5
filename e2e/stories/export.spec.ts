import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { unzipSync, strFromU8 } from 'fflate'
import readXlsxFile from 'read-excel-file/node'
import { emptyForm } from '../../domain/certificate/certificate'
import type { Emulator } from '../../emulator/emulator'
import { expect, test } from '../hospital'
import { picture } from '../picture'
import { button, field, seen, text } from '../steps'

test.use({ startsAt: '2026-11-25T01:00:00Z' })

/** The guide's ten (S8) without 操作, which is a button, then what tells devices and holders apart. */
const COLUMNS = ['序号', '设备名称', '证件号', '操作证有效期', '设备类型', '所属科室', '预警提前量', '发送时间', '单位', '唯一码', '规格型号', '姓名', '职称', '剩余天数', '证件类型']
/** What Excel would run if it took it for a formula. */
const NUMBER = '=1+1'
const HOLDER = "=cmd|'/C calc'!A0"

async function addTrap(hospital: Emulator): Promise<void> {
  const form = { ...emptyForm(), deviceIds: ['dev-000061', 'dev-000062'], number: NUMBER, holderName: HOLDER, issuer: '@SUM(1,2)', expiresOn: '2026-12-20', leadDays: 30 }
  const reply = await hospital.invoke('api', { operation: 'certificate.save', input: { id: null, version: null, form }, requestId: 'export-story-000000001' }, 'wx-wangjun')
  expect(reply).toMatchObject({ ok: true })
}

/** 30天内 of 影像中心 with CT室 and MR室 below it, as anybody narrows the list. */
async function narrow(page: Page): Promise<void> {
  await seen(page.getByText('30天内', { exact: true })).first().click()
  await field(page, '所属科室').selectOption('影像中心')
}

/** 导出: at once on the desk, by way of what would be in the file on the phone. */
async function exported(page: Page, width: number): Promise<Buffer> {
  await button(page, '导出').click()
  if (width === 375) {
    await expect(page.getByRole('heading', { name: '导出 5 行，4 张证' })).toBeVisible()
    await expect(text(page, '影像中心')).toBeVisible()
    await picture(page, 'export-375')
  }
  const download = page.waitForEvent('download')
  if (width === 375) await button(page, '导出Excel').click()
  expect((await download).suggestedFilename()).toBe('设备操作证 2026-11-25.xlsx')
  await expect(page.getByText('已导出 5 行')).toBeVisible()
  return readFile(await (await download).path())
}

for (const width of [375, 1280]) {
  test.describe(`${width} wide`, () => {
    test.use({ viewport: { width, height: 800 } })

    test(`B23, S8: at ${width} px the list as filtered comes out with the guide’s columns, a formula in it is text, and brought in again it says of each row that it is there already`, async ({ page, hospital }) => {
      await addTrap(hospital)
      await page.goto(`${hospital.base}/?as=wx-wangjun#/pages/certificate/list`)
      await narrow(page)
      await expect(text(page, HOLDER)).toBeVisible()
      const file = await exported(page, width)

      const [{ data: [header, ...rows] = [] } = { data: [] }] = await readXlsxFile(file)
      expect(header).toEqual(COLUMNS)
      const department = '影像中心'
      expect(rows.map(([, ...cells]) => cells)).toEqual([
        ['医用磁共振成像设备 (MR)', 'C000000006', '2026-11-25', '放射影像', 'MR室', '30', '09:30', '', '000060', 'MAGNETOM Skyra、3.0T', '王五', '技师', '0', '设备操作证'],
        ['X射线电子计算机体层螺旋扫描装置 (CT)', 'C000000004', '2026-12-10', '放射影像', 'CT室', '30', '09:30', '', '000059', 'SOMATOM Emotion 16、16排', '李四', '主管技师', '15', '设备操作证'],
        ['放射性活度计 (PETCT)', NUMBER, '2026-12-20', '', department, '30', '08:00', '', '000061', 'RM-905a', HOLDER, '', '25', '设备操作证'],
        ['放射性活度计(PETMR)', NUMBER, '2026-12-20', '', department, '30', '08:00', '', '000062', 'RM-905a', HOLDER, '', '25', '设备操作证'],
        ['数字化医用X射线摄影系统 (DR)', 'C000000021', '2026-12-22', '放射影像', department, '60', '09:30', '', '000065', 'Multix Fusion', '吴十', '技师', '27', '设备操作证'],
      ].map((cells) => cells.map((cell) => cell === '' ? null : cell)))
      const xml = strFromU8(unzipSync(new Uint8Array(file))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
      expect(xml).not.toMatch(/<f[ >/]/)
      expect(xml.match(/<c /g)).toHaveLength(COLUMNS.length * 6)
      expect(xml.match(/t="inlineStr"/g)).toHaveLength(COLUMNS.length * 6)

      await page.goto(`${hospital.base}/?as=wx-wangjun#/pages/work/import/certificates`)
      const chooser = page.waitForEvent('filechooser')
      await button(page, '选择文件').click()
      await (await chooser).setFiles({ name: '设备操作证 2026-11-25.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: file })
      await expect(page.getByRole('heading', { name: '5 行都有问题' })).toBeVisible()
      await expect(text(page, '这些证系统里都有了，没有要导入的。要改已有的证，请打开它修改。')).toBeVisible()
      await expect(seen(page.getByText(/系统里已有同号同类型的证/))).toHaveCount(5)
      await expect(seen(page.getByText(/和第 4 行的证件号、类型相同/))).toHaveCount(1)
      await expect(button(page, '导入')).toBeDisabled()
      await picture(page, `export-again-${width}`)
    })
  })
}
