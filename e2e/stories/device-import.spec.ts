import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readSheet } from '../../cloud/sheets/read-sheet'
import { writeBook } from '../../cloud/sheets/write-xlsx'
import { DEVICE_IMPORT_COLUMNS } from '../../domain/device/import-columns'
import { expect, test } from '../hospital'
import { picture } from '../picture'
import { button, field, seen, text } from '../steps'

test.use({ startsAt: '2026-11-25T01:00:00Z' })

const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const HEADER = ['资产编号', '名称', '使用科室', '购置日期', '铭牌号']
const DEVICES = 12

/** As a hospital keeps it: 科室 written once over merged cells, days as text of every kind, full-width figures, empty rows, a row without a name, a sheet of notes before it. */
async function messyBook(): Promise<Buffer> {
  const days = ['2024-3-1', '2024年3月1日', '2024.03.01']
  const line = (at: number): string[] => [at % 2 === 0 ? `Ｂ${String(at).padStart(2, '0')}` : `B${String(at).padStart(2, '0')}`, `输液泵 ${String(at).padStart(2, '0')}`, at === 1 ? '眼科' : '', days[at % 3] ?? '', `SN-${at}`]
  const rows = [...Array.from({ length: DEVICES }, (_, at) => line(at + 1)), ['', '', '', '', ''], ['B99', '', '眼科', '', ''], ['', '', '', '', '']]
  const columns = HEADER.map((header) => ({ header, width: 14 }))
  const files = unzipSync(await writeBook([{ name: '说明', columns: [{ header: '填表说明', width: 40 }], batches: [[['本表由设备科维护']]] }, { name: '台账', columns, batches: [rows] }]))
  const path = 'xl/worksheets/sheet2.xml'
  const xml = strFromU8(files[path] ?? new Uint8Array()).replace('</sheetData>', `</sheetData><mergeCells count="1"><mergeCell ref="C2:C${DEVICES + 1}"/></mergeCells>`)
  return Buffer.from(zipSync({ ...files, [path]: strToU8(xml) }))
}

async function choose(page: Page, base: string, buffer: Buffer): Promise<void> {
  await page.goto(`${base}/?as=wx-wangjun#/pages/work/import/devices`)
  const chooser = page.waitForEvent('filechooser')
  await button(page, '选择文件').click()
  await (await chooser).setFiles({ name: '设备台账.xlsx', mimeType: MIME, buffer })
}

/** What came out: 设备编码, 设备名称, 科室, 购买日期, 序列号 of each row. */
async function exported(download: Download): Promise<string[][]> {
  const { rows } = await readSheet(new Uint8Array(await readFile(await download.path())), DEVICE_IMPORT_COLUMNS)
  return rows.map(({ cells }) => [cells.assetNumber, cells.name, cells.department, cells.purchasedOn, cells.serialNumber]).sort()
}
const expected = Array.from({ length: DEVICES }, (_, at) => String(at + 1).padStart(2, '0')).map((at) => [`B${at}`, `输液泵 ${at}`, '眼科', '2024-03-01', `SN-${Number(at)}`])

for (const width of [375, 1280]) {
  test.describe(`${width} wide`, () => {
    test.use({ viewport: { width, height: 800 } })

    test(`B23, S2: at ${width} px a hospital's own sheet with its faults comes in${width > 768 ? ', goes out again as it came, is known the second time,' : ''} and is taken back`, async ({ page, hospital }) => {
      const buffer = await messyBook()
      await choose(page, hospital.base, buffer)
      await expect(page.getByRole('heading', { name: `可导入 ${DEVICES} 行，1 行有问题` })).toBeVisible()
      await button(page, '调整').click()
      await field(page, '铭牌号').selectOption('序列号')
      await expect(text(page, '认出 5 列，共 5 列')).toBeVisible()
      await picture(page, `device-import-${width}`)
      await button(page, `导入 ${DEVICES} 行`).click()
      await page.getByRole('dialog', { name: `只导入 ${DEVICES} 行` }).getByRole('button', { name: '导入' }).click()
      await expect(page.getByRole('heading', { name: `${DEVICES} 条全部办好` })).toBeVisible({ timeout: 30_000 })
      const job = page.url()

      if (width > 768) {
        await page.goto(`${hospital.base}/?as=wx-wangjun#/pages/device/list`)
        await field(page, '请输入关键词').fill('syb')
        await page.keyboard.press('Enter')
        await expect(text(page, `共 ${DEVICES} 台`)).toBeVisible()
        const download = page.waitForEvent('download')
        await button(page, '导出Excel').click()
        expect(await exported(await download)).toEqual(expected)

        await choose(page, hospital.base, buffer)
        await expect(page.getByRole('heading', { name: `${DEVICES + 1} 行都有问题` })).toBeVisible()
        await expect(text(page, /档案里已有这个序列号/)).toBeVisible()
        await expect(seen(page.getByRole('button', { name: /看已有的设备/ })).first()).toBeVisible()
      }

      await page.goto(job)
      await button(page, '撤销这次办理').click()
      await page.getByRole('dialog', { name: '撤销这次办理' }).getByRole('button', { name: '撤销' }).click()
      await expect(page.getByRole('heading', { name: `已撤销 ${DEVICES} 条` })).toBeVisible({ timeout: 30_000 })
    })
  })
}
