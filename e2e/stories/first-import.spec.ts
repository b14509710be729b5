import { readFile } from 'node:fs/promises'
import type { Page, Route } from '@playwright/test'
import { strToU8, zipSync } from 'fflate'
import { readSheet } from '../../cloud/sheets/read-sheet'
import { writeBook } from '../../cloud/sheets/write-xlsx'
import { HOSPITAL } from '../../demo/departments'
import { CERTIFICATE_COLUMNS } from '../../domain/certificate/sheet-columns'
import { expect, test } from '../hospital'
import { photoOf, sixtyMegapixels } from '../papers'
import { picture } from '../picture'
import { button, text } from '../steps'

test.use({ startsAt: '2026-11-25T01:00:00Z' })

/** Old records of a hospital, each with its photo; `npm run test:long` has a thousand. */
const ROWS = Number(process.env.FIRST_IMPORT_ROWS ?? 30)
const LONG_MS = 60_000 + ROWS * 600
const BAD = 3
const READY = ROWS - BAD
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Row = Readonly<Record<string, string>>
const numberAt = (at: number): string => `OLD${String(at).padStart(6, '0')}`
/** 技师一二 is the twelfth: a name that ends in a figure means its second photo. */
const nameAt = (at: number): string => `技师${[...String(at)].map((digit) => '零一二三四五六七八九'[Number(digit)]).join('')}`
/** A third has expired, a third expires within its warning, a third has years to go. */
const rowAt = (at: number): Row => ({
  唯一码: String(55 + (at % 20)).padStart(6, '0'), 证件号: numberAt(at), 姓名: nameAt(at), 颁证单位: '市卫生健康委员会',
  有效期至: ['2025-06-30', '2026-12-10', '2029-01-06'][at % 3] ?? '', '提前预警时间(天)': '30',
})
/** The last three are wrong: a day that is none, a device that is not there, a certificate that is there already. */
const WRONG: readonly Row[] = [{ 有效期至: '不详' }, { 唯一码: '999999' }, { 证件号: 'C000000004' }]
const records = (): Row[] => Array.from({ length: ROWS }, (_, at) => ({ ...rowAt(at + 1), ...WRONG[at - READY] }))

async function choose(page: Page, by: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await button(page, by).click()
  await (await chooser).setFiles(file)
}

/** The hospital's own template, filled in. */
async function filled(page: Page, rows: readonly Row[]): Promise<Buffer> {
  const download = page.waitForEvent('download')
  await button(page, '下载模板').click()
  const { headers } = await readSheet(new Uint8Array(await readFile(await (await download).path())), CERTIFICATE_COLUMNS)
  const header = headers.map(({ text: words }) => words)
  return Buffer.from(await writeBook([{ name: '操作证', columns: header.map((words) => ({ header: words, width: 14 })), batches: [rows.map((row) => header.map((words) => row[words] ?? ''))] }]))
}

/** One photo for each row, by 证件号 or by name, then one of nobody's, a text and a picture that is too large. */
function photos(rows: readonly Row[], photo: Buffer): Buffer {
  const named = rows.map(({ 证件号: number, 姓名: name }, at) => [`照片/${at % 2 === 0 ? number : name}.jpg`, photo] as const)
  const others = { '照片/科室合影.jpg': photo, '照片/说明.txt': strToU8('2019 年以前的没有照片'), '照片/OLD000001_高清.jpg': sixtyMegapixels }
  return Buffer.from(zipSync({ ...Object.fromEntries(named), ...others }, { level: 0 }))
}

/** Holds the next request that `is` meant until the answer is called, so that what is shown meanwhile can be read. */
async function held(page: Page, is: (route: Route) => boolean): Promise<() => void> {
  let release = (): void => undefined
  const released = new Promise<void>((resolve) => { release = resolve })
  let taken = false
  await page.route('**/_emulator/**', async (route) => {
    if (taken || !is(route)) return route.fallback()
    taken = true
    await released
    return route.fallback()
  })
  return release
}
const asks = (operation: string) => (route: Route): boolean => (route.request().postData() ?? '').includes(`"${operation}"`)
const uploads = (route: Route): boolean => route.request().url().includes('/upload?')

/** The zip, with what is shown while it travels and while it is unpacked. */
async function addPhotos(page: Page, zip: Buffer): Promise<void> {
  const arrive = await held(page, uploads)
  const unpack = await held(page, asks('import.unpack'))
  await choose(page, '添加照片压缩包', { name: '照片.zip', mimeType: 'application/zip', buffer: zip })
  await expect(button(page, /^正在上传 \d+%$/)).toBeVisible()
  await expect(button(page, `导入 ${READY} 行`)).toBeDisabled()
  arrive()
  await expect(button(page, /^正在解开/)).toBeVisible()
  unpack()
  await expect(text(page, `对上 ${ROWS} 张`)).toBeVisible({ timeout: LONG_MS })
}

/** The job under way, then done. */
async function watchJob(page: Page, width: number): Promise<void> {
  const work = await held(page, asks('job.run'))
  await button(page, `导入 ${READY} 行`).click()
  await page.getByRole('dialog', { name: `只导入 ${READY} 行` }).getByRole('button', { name: '导入' }).click()
  await expect(page.getByRole('progressbar', { name: '办理进度' })).toBeVisible()
  await expect(text(page, '离开这一页也会办完，不会重复办理。')).toBeVisible()
  await picture(page, `first-import-working-${width}`)
  work()
  await expect(page.getByRole('heading', { name: `${READY} 条全部办好` })).toBeVisible({ timeout: LONG_MS })
}

/** The first photo of the certificate with this 证件号, opened. */
async function openPhoto(page: Page, base: string, id: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`${base}/?as=wx-wangjun#/pages/certificate/record/detail?id=${id}`)
  await button(page, /^查看 照片 /).click()
  const shown = page.getByRole('dialog', { name: /^照片 / }).locator('img')
  await expect.poll(() => shown.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(800)
  await page.getByRole('button', { name: '关闭' }).click()
}

for (const width of [375, 1280]) {
  test.describe(`${width} wide`, () => {
    test.use({ viewport: { width, height: 800 } })

    test(`B33: at ${width} px the old records and a zip of their photos come in at once; what is wrong is told row by row and file by file, and each certificate has its photo`, async ({ page, hospital }) => {
      test.setTimeout(120_000 + LONG_MS * 2)
      await page.goto(`${hospital.base}/?as=wx-wangjun#/pages/certificate/list`)
      await button(page, '导入').click()
      const rows = records()
      await choose(page, '选择文件', { name: '历年操作证.xlsx', mimeType: XLSX, buffer: await filled(page, rows) })
      await expect(page.getByRole('heading', { name: `可导入 ${READY} 行，${BAD} 行有问题` })).toBeVisible({ timeout: LONG_MS })
      for (const words of [/「不详」不是日期/, /没有唯一码为 999999 的设备/, /系统里已有同号同类型的证/]) await expect(text(page, words)).toBeVisible()
      await expect(text(page, `${Math.floor(READY / 3)} 张已过期：只登记，不发提醒。`)).toBeVisible()

      await addPhotos(page, photos(rows, await photoOf(page)))
      await expect(text(page, '1 张没有对上，不会导入：照片 科室合影.jpg')).toBeVisible()
      await expect(text(page, '1 个文件不是照片或 PDF，不会导入：照片 说明.txt')).toBeVisible()
      await expect(text(page, /1 个文件超过 5500 万像素.*OLD000001_高清\.jpg/)).toBeVisible()
      await picture(page, `first-import-photos-${width}`, 1400)

      await watchJob(page, width)
      const made = rows.slice(0, READY).flatMap(({ 证件号: number }) => hospital.store.find('certificates', { institutionId: HOSPITAL, number }).docs)
      expect(made.map(({ attachments }) => (attachments as unknown[]).length)).toEqual(new Array(READY).fill(1))
      for (const certificate of made.slice(0, 2)) await openPhoto(page, hospital.base, String(certificate._id))
      await picture(page, `first-import-certificate-${width}`)
    })
  })
}
