import type { Page } from '@playwright/test'
import { zipSync } from 'fflate'
import { writeBook } from '../../cloud/sheets/write-xlsx'
import { readSheet } from '../../cloud/sheets/read-sheet'
import { CERTIFICATE_COLUMNS } from '../../domain/certificate/sheet-columns'
import { expect, test } from '../hospital'
import { picture } from '../picture'
import { button, field, text } from '../steps'

test.use({ startsAt: '2026-11-25T01:00:00Z' })

const HEADER = ['设备唯一码', '证书编号', '持证人', '职务级别', '有效期止', '发证机关']
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xdb, 0, 67, ...new Uint8Array(65), 0xff, 0xda, 0, 3, 1, 5, 6, 7, 0xff, 0xd9])

const row = (at: number): string[] => [`0000${55 + (at % 20)}`, `IMP${String(at).padStart(6, '0')}`, `持证人${at}`, '主管技师', at % 5 === 0 ? '2026/12/10' : '2028年1月6日', '市卫生健康委员会']
const WRONG: ReadonlyArray<readonly [row: number, column: number, cell: string]> = [[10, 4, '明年'], [20, 0, '999999'], [30, 4, ''], [40, 4, '2026-13-01'], [50, 1, 'IMP000001'], [60, 0, ''], [70, 4, '2028.2.30']]
/** 500 rows of which seven are wrong, each in its own way. */
function sheet(): string[][] {
  const rows = Array.from({ length: 500 }, (_, at) => row(at + 1))
  for (const [at, column, cell] of WRONG) rows[at]![column] = cell
  return rows
}
const book = async (rows: string[][], header = HEADER) => Buffer.from(await writeBook([{ name: '操作证登记', columns: header.map((title) => ({ header: title, width: 14 })), batches: [rows] }]))

async function choose(page: Page, by: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await button(page, by).click()
  await (await chooser).setFiles(file)
}

for (const width of [375, 1280]) {
  test.describe(`${width} wide`, () => {
    test.use({ viewport: { width, height: 800 } })

    test(`B23, B33: at ${width} px 500 rows with seven bad ones are looked at; the good go in, the bad are mended and follow`, async ({ page, hospital }) => {
      test.setTimeout(240_000)
      await page.goto(`${hospital.base}/?as=wx-wangjun#/pages/certificate/list`)
      await button(page, '导入').click()
      await expect(text(page, /有问题的行会逐行说明原因/)).toBeVisible()
      await picture(page, `import-begin-${width}`)
      const template = page.waitForEvent('download')
      await button(page, '下载模板').click()
      expect((await template).suggestedFilename()).toBe('操作证导入模板.xlsx')

      await choose(page, '选择文件', { name: '旧档.xls', mimeType: 'application/vnd.ms-excel', buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]) })
      await expect(text(page, /表格有密码或是旧版/)).toBeVisible()
      await choose(page, '选择文件', { name: '操作证登记.xlsx', mimeType: XLSX, buffer: await book(sheet()) })
      await expect(page.getByRole('heading', { name: '可导入 493 行，7 行有问题' })).toBeVisible()
      await expect(text(page, '有效期至：「明年」不是日期，请写成 2026-01-05、2026/1/5 或 2026年1月5日')).toBeVisible()
      await expect(text(page, /「职务级别」没有对应的项目/)).toBeVisible()
      await picture(page, `import-preview-${width}`)
      await button(page, '调整').click()
      await field(page, '职务级别').selectOption('职称')
      await expect(text(page, /认出 6 列/)).toBeVisible()
      await picture(page, `import-columns-${width}`)

      const photos = zipSync({ 'IMP000001.jpg': JPEG, '合影.jpg': JPEG }, { level: 0 })
      await choose(page, '添加照片压缩包', { name: '照片.zip', mimeType: 'application/zip', buffer: Buffer.from(photos) })
      await expect(text(page, '对上 1 张')).toBeVisible()
      await expect(text(page, /1 张没有对上，不会导入：合影.jpg/)).toBeVisible()
      await picture(page, `import-photos-${width}`)

      const download = page.waitForEvent('download')
      await button(page, '下载问题行').click()
      const bad = await readSheet(new Uint8Array(await readDownload(await download)), CERTIFICATE_COLUMNS)
      expect(bad.rows).toHaveLength(WRONG.length)
      await importAndMend(page, width)
    })
  })
}

async function readDownload(download: { path(): Promise<string> }): Promise<Buffer> {
  const { readFile } = await import('node:fs/promises')
  return readFile(await download.path())
}

async function importAndMend(page: Page, width: number): Promise<void> {
  await button(page, '导入 493 行').click()
  await expect(page.getByRole('heading', { name: '493 条全部办好' })).toBeVisible({ timeout: 150_000 })
  await expect(button(page, '撤销这次办理')).toBeVisible()
  await picture(page, `import-done-${width}`)

  await page.goto(page.url().replace(/#.*/, '#/pages/work/import/certificates'))
  const mended = WRONG.map(([at]) => ['', ...row(at + 1)])
  await choose(page, '选择文件', { name: '有问题的 7 行.xlsx', mimeType: XLSX, buffer: await book(mended, ['原因', ...HEADER]) })
  await expect(page.getByRole('heading', { name: '可导入 7 行' })).toBeVisible()
  await button(page, '导入 7 行').click()
  await expect(page.getByRole('heading', { name: '7 条全部办好' })).toBeVisible({ timeout: 30_000 })
}
