import fc from 'fast-check'
import { zipSync, strToU8 } from 'fflate'
import { isFailure } from '../../domain/kernel/failure'
import { archiveEntries, unpackEntry } from './archive'
import { SHEET_LIMITS } from './limits'
import { readSheet } from './read-sheet'
import { writeCsv } from './write-csv'
import { writeBook, writeXlsx } from './write-xlsx'

const COLUMNS = [{ key: 'code', header: '唯一码', needed: true }, { key: 'name', header: '姓名' }] as const
const WRITTEN = [{ header: '唯一码', width: 10 }, { header: '姓名', width: 20 }]
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const codeOf = async (bytes: Uint8Array): Promise<string> => {
  try {
    const { missing } = await readSheet(bytes, COLUMNS)
    return missing.length === 0 ? 'read' : 'missing'
  } catch (thrown) {
    return isFailure(thrown) ? thrown.code : String(thrown)
  }
}

const book = (sheets: Record<string, string>): Uint8Array => zipSync({
  '[Content_Types].xml': strToU8('<Types/>'),
  'xl/workbook.xml': strToU8(`<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${Object.keys(sheets).map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at + 1}"/>`).join('')}</sheets></workbook>`),
  'xl/_rels/workbook.xml.rels': strToU8(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${Object.keys(sheets).map((_, at) => `<Relationship Id="r${at + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`),
  'xl/styles.xml': strToU8('<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'),
  ...Object.fromEntries(Object.values(sheets).map((rows, at) => [`xl/worksheets/sheet${at + 1}.xml`, strToU8(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.includes('</sheetData>') ? rows : `${rows}</sheetData>`}</worksheet>`)])),
})
const text = (ref: string, value: string): string => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`

describe('a sheet that was written', () => {
  test('B23: is read back as it was, whatever its cells hold', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((value) => `x${value.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zs}\p{Zl}\p{Zp}\ufffe\uffff]/gu, '')}y`)
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), async (rows) => {
      const { rows: read } = await readSheet(await writeXlsx('操作证', WRITTEN, [rows]), COLUMNS)
      expect(read.map(({ cells }) => [cells.code, cells.name])).toEqual(rows)
      const { rows: fromCsv } = await readSheet(writeCsv([['唯一码', '姓名'], ...rows]), COLUMNS)
      expect(fromCsv.map(({ cells }) => [cells.code, cells.name])).toEqual(rows)
    }), { numRuns: 25 })
  })

  test('B23: an exported =cmd is a text in both formats, and 000059 keeps its zeros', async () => {
    const rows = [['000059', '=cmd|\' /C calc\'!A0']]
    const { rows: read } = await readSheet(await writeXlsx('操作证', WRITTEN, [rows]), COLUMNS)
    expect(read[0]?.cells).toEqual({ code: '000059', name: '=cmd|\' /C calc\'!A0' })
    expect(new TextDecoder().decode(writeCsv(rows))).toBe('000059,\'=cmd|\' /C calc\'!A0\r\n')
  })

  test('B23: 20,000 rows come in batches', async () => {
    const batches = Array.from({ length: 20 }, (_, batch) => Array.from({ length: 1000 }, (__, row) => [String(batch * 1000 + row), '张伟']))
    expect(await codeOf(await writeXlsx('操作证', WRITTEN, batches))).toBe('sheet.too-many-rows')
    expect(await codeOf(await writeXlsx('操作证', WRITTEN, batches.slice(0, 5)))).toBe('read')
  })
})

describe('a sheet that comes in', () => {
  test('B23: a CSV is read as UTF-8, with and without its mark, and as GBK', async () => {
    const gbk = Uint8Array.from([0xce, 0xa8, 0xd2, 0xbb, 0xc2, 0xeb, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb, 0x0a, 0x35, 0x39, 0x2c, 0xd5, 0xc5, 0xce, 0xb0])
    for (const bytes of [bytesOf('唯一码,姓名\n59,张伟'), bytesOf('\ufeff唯一码,姓名\r\n59,张伟\r\n'), gbk, bytesOf('唯一码\t姓名\n59\t张伟')]) {
      expect((await readSheet(bytes, COLUMNS)).rows).toEqual([{ row: 2, cells: { code: '59', name: '张伟' } }])
    }
  })

  test('B23: of two sheets it takes the one with the known header; numbers and days are texts', async () => {
    const bytes = book({ 说明: `<row r="1">${text('A1', '填写说明')}</row>`, 数据: `<row r="1">${text('A1', '唯一码')}${text('B1', '姓名')}</row><row r="3"><c r="A3"><v>1234567890123456</v></c><c r="B3" s="1"><v>45688</v></c></row>` })
    expect(await readSheet(bytes, COLUMNS)).toMatchObject({ sheetName: '数据', rows: [{ row: 3, cells: { code: '1234567890123456', name: '2025-01-31' } }] })
  })

  test('B23: the sheet that a person names is read, and all that hold something are told', async () => {
    const bytes = await writeBook([{ name: '2025', columns: WRITTEN, batches: [[['000059', '张伟']]] }, { name: '2026', columns: WRITTEN, batches: [[['000060', '李四']]] }, { name: '空', columns: [], batches: [] }])
    expect(await readSheet(bytes, COLUMNS)).toMatchObject({ sheets: ['2025', '2026'], sheetName: '2025' })
    expect(await readSheet(bytes, COLUMNS, { sheet: '2026' })).toMatchObject({ sheetName: '2026', rows: [{ cells: { code: '000060' } }] })
  })

  test('B23: a cell that reaches over several rows says the same in each; a title over the table is no header; a time is a time', async () => {
    const rows = `<row r="1">${text('A1', '登记表')}</row><row r="2">${text('A2', '唯一码')}${text('B2', '姓名')}</row><row r="3">${text('A3', '000059')}<c r="B3" s="1"><v>0.333333333333333</v></c></row><row r="4"><c r="A4"/>${text('B4', '李四')}</row></sheetData><mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A3:A4"/></mergeCells>`
    const { rows: read, headerRow } = await readSheet(book({ 数据: rows }), COLUMNS)
    expect([headerRow, read]).toEqual([2, [{ row: 3, cells: { code: '000059', name: '08:00:00' } }, { row: 4, cells: { code: '000059', name: '李四' } }]])
  })

  test('B23: each file that cannot be read is refused with its reason', async () => {
    expect(await codeOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]))).toBe('sheet.old-or-locked')
    expect(await codeOf(bytesOf('%PDF-1.7'))).toBe('sheet.not-a-sheet')
    expect(await codeOf(zipSync({ 'a.txt': strToU8('x') }))).toBe('sheet.not-a-sheet')
    expect(await codeOf(new Uint8Array(0))).toBe('sheet.empty')
    expect(await codeOf(bytesOf('唯一码,姓名\n'))).toBe('sheet.empty')
    expect(await codeOf(bytesOf('编号,姓名\n1,张伟'))).toBe('missing')
    expect(await codeOf(bytesOf(`唯一码${',x'.repeat(60)}\n1`))).toBe('sheet.too-many-columns')
    expect(await codeOf(new Uint8Array(SHEET_LIMITS.bytes + 1))).toBe('sheet.too-large')
  })

  test('B23: a book cut short, or with a byte turned, ends in words and never in a crash', async () => {
    const whole = await writeXlsx('操作证', WRITTEN, [[['000059', '张伟']]])
    await fc.assert(fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
      expect(await codeOf(whole.slice(0, at))).toMatch(/^(sheet\..*)$/)
      expect(await codeOf(Uint8Array.from(whole, (old, place) => (place === at ? byte : old)))).toMatch(/^(read|missing|sheet\..*)$/)
    }), { numRuns: 60 })
  })

  test('B23: a zip bomb, a cell at the end of the world and an entity are not unpacked, laid out or believed', async () => {
    expect(await codeOf(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(30_000_000) }))).toBe('sheet.too-large')
    expect(await codeOf(book({ 数据: `<row r="1">${text('A1', '唯一码')}</row><row r="1048576">${text('XFD1048576', 'x')}</row>` }))).toBe('sheet.too-large')
    expect(await codeOf(zipSync({ 'xl/workbook.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><workbook/>') }))).toBe('sheet.broken')
  })

  test('B23: an entry that unpacks to more than its directory says is broken', () => {
    const honest = zipSync({ 'a.txt': new Uint8Array(5000) })
    const [entry] = archiveEntries(honest, SHEET_LIMITS)
    expect(entry && unpackEntry(honest, entry)).toHaveLength(5000)
    expect(() => entry && unpackEntry(honest, { ...entry, unpacked: 10 })).toThrow('archive.broken')
  })
})
