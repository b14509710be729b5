import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { archiveEntries, unpackEntry } from '../../cloud/sheets/archive'
import type { Reply } from '../../contract/call'
import { emptyForm } from '../../domain/certificate/certificate'
import type { Emulator } from '../../emulator/emulator'
import { expect, test } from '../hospital'
import { pdf, photoOf } from '../papers'
import { picture } from '../picture'
import { button, seen, text } from '../steps'

test.use({ startsAt: '2026-11-25T01:00:00Z' })

const ADMIN = 'wx-wangjun'
const BOUNDS = { entries: 100, unpackedBytes: 1e8, ratio: 1000 }
let counter = 0
async function call<T>({ invoke }: Emulator, operation: string, input: unknown): Promise<T> {
  const reply = await invoke('api', { operation, input, requestId: `review-story-${String((counter += 1)).padStart(8, '0')}` }, ADMIN) as Reply
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  return reply.data as T
}
async function uploaded(hospital: Emulator, { name, type, bytes }: { name: string; type: string; bytes: Buffer }): Promise<string> {
  const { id, path } = await call<{ id: string; path: string }>(hospital, 'attachment.begin', { name, bytes: bytes.length, type, way: 'cloud' })
  await fetch(`${hospital.base}/_emulator/upload?path=${encodeURIComponent(path)}`, { method: 'PUT', headers: { 'x-emulator-openid': ADMIN }, body: new Uint8Array(bytes) })
  await call(hospital, 'attachment.confirm', { id })
  return id
}
const bytesOf = async (download: Promise<Download>): Promise<Uint8Array> => new Uint8Array(await readFile(await (await download).path()))
const taken = async (page: Page, name: string): Promise<Uint8Array> => {
  const download = page.waitForEvent('download')
  await button(page, name).click()
  return bytesOf(download)
}
const wordsOf = (book: Uint8Array): string =>
  archiveEntries(book, BOUNDS).filter(({ name }) => name.includes('worksheets') || name.endsWith('workbook.xml')).map((entry) => new TextDecoder().decode(unpackEntry(book, entry))).join('\n')

test('B17, B36: the pack of a past day shows who had what, opens its scans with a watermark and comes as one archive; the year’s plan is three taps away', async ({ page, hospital }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(`${hospital.base}/?as=${ADMIN}#/pages/work/review/year`)
  const photo = await photoOf(page)
  const attachmentIds = [await uploaded(hospital, { name: '证.jpg', type: 'image/jpeg', bytes: photo }), await uploaded(hospital, { name: '证.pdf', type: 'application/pdf', bytes: pdf })]
  const { id } = await call<{ id: string }>(hospital, 'certificate.save', { id: null, version: null, form: { ...emptyForm(), deviceIds: ['dev-000075'], number: 'C000000900', holderName: '张伟', issuedOn: '2022-01-01', expiresOn: '2026-10-31', attachmentIds } })

  await expect(text(page, /今后 12 个月要办 \d+ 张/)).toBeVisible()
  await expect(seen(page.getByRole('columnheader', { name: '2026-11' }))).toBeVisible()
  await picture(page, 'year-plan-1280')
  expect(wordsOf(await taken(page, '导出Excel'))).toMatch(/最晚提交复审/)

  await page.goto(`${hospital.base}/?as=${ADMIN}#/pages/work/review/pack`)
  await seen(page.getByLabel('截止日期')).fill('2026-10-01')
  await expect(text(page, 'C000000900')).toBeVisible()
  await picture(page, 'review-pack-1280')
  await button(page, '查看张伟的扫描件 1').click()
  await expect(page.getByRole('dialog', { name: '证.jpg' }).locator('img')).toHaveAttribute('src', /^blob:/)
  await picture(page, 'review-scan-1280')
  await page.getByRole('button', { name: '关闭' }).click()

  const archive = await taken(page, '下载迎检包')
  await expect(text(page, /1 份扫描件已加水印，1 份不能加水印/)).toBeVisible()
  const files = new Map(archiveEntries(archive, BOUNDS).map((entry) => [entry.name, unpackEntry(archive, entry)]))
  expect([...files.keys()].map((name) => name.replace(/^扫描件\/[^/]+/, '扫描件')).sort()).toEqual(['扫描件/张伟_设备操作证_C000000900_1.jpg', '说明.txt', '迎检包 2026-10-01.xlsx'])
  const [scan] = [...files].filter(([name]) => name.endsWith('.jpg')).map(([, bytes]) => Buffer.from(bytes))
  expect(scan?.equals(photo)).toBe(false)
  expect(new TextDecoder().decode(files.get('说明.txt'))).toMatch(/仅供医疗机构测试1评审使用[^]*张伟_设备操作证_C000000900_2\.pdf（PDF 不能加水印）/)

  await page.setViewportSize({ width: 375, height: 812 })
  await page.goto(`${hospital.base}/?as=${ADMIN}#/pages/work/statistics/report`)
  await button(page, '迎检包').click()
  await expect(text(page, '持证不足的设备')).toBeVisible()
  await picture(page, 'review-pack-375')
  await page.goto(`${hospital.base}/?as=${ADMIN}#/pages/work/statistics/report`)
  await button(page, '复审培训计划').click()
  await expect(text(page, /今后 12 个月要办/)).toBeVisible()
  await picture(page, 'year-plan-375')
  expect(wordsOf(await taken(page, '导出Excel'))).toMatch(/张伟/)

  await page.goto(`${hospital.base}/?as=${ADMIN}#/pages/certificate/record/detail?id=${id}`)
  await button(page, '登记借出').click()
  await seen(page.getByLabel(/^借用人/)).fill('王五（质控科）')
  await picture(page, 'original-lend-375')
  await button(page, '确定借出').click()
  await expect(text(page, /王五（质控科），2026-11-25 借，应还 2026-12-02/)).toBeVisible()
  await page.goto(`${hospital.base}/?as=${ADMIN}#/pages/work/review/loans`)
  await expect(text(page, '张伟的设备操作证')).toBeVisible()
  await page.setViewportSize({ width: 1280, height: 800 })
  await expect(seen(page.getByRole('columnheader', { name: '应还日' }))).toBeVisible()
  await picture(page, 'original-loans-1280')
  await text(page, '张伟的设备操作证').click()
  await button(page, '已归还').click()
  await expect(button(page, '登记借出')).toBeVisible()
  await picture(page, 'original-1280')
})
