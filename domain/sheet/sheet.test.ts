import fc from 'fast-check'
import { addDays } from '../kernel/civil-day'
import { tableOf } from './columns'
import { dayOfCell } from './day-cell'
import { plainCell } from './formula'

describe('a day in a sheet', () => {
  test.each(['2025-01-31', '2025/1/31', '2025.1.31', '2025年1月31日', '２０２５年１月３１日', ' 2025 年 1 月 31 日 ', '20250131', '45688', '45688.5', '2025-01-31 00:00:00', '２０２５／０１／３１'])('B23: «%s» is 2025-01-31', (cell) => {
    expect(dayOfCell(cell)).toBe('2025-01-31')
  })

  test.each(['', '2025-02-29', '2025-13-01', '31/01/2025', '长期', '2025', '1234', '99999999', '2025年1月'])('B23: «%s» is none', (cell) => {
    expect(dayOfCell(cell)).toBeNull()
  })

  test('B23: every day of two centuries is read in each way that it is written', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 73_000 }), (days) => {
      const day = addDays('1900-03-01', days)
      const [year, month, date] = day.split('-').map(Number)
      const written = [day, `${year}年${month}月${date}日`, `${year}.${month}.${date}`, day.replaceAll('-', '')]
      expect(written.map(dayOfCell)).toEqual([day, day, day, day])
    }))
  })
})

describe('a table in a sheet', () => {
  const columns = [{ key: 'code', header: '唯一码', needed: true }, { key: 'name', header: '姓名', aliases: ['证书持有人姓名'] }] as const

  test('B23: the header may stand under a title, with signs and blanks of its own; rows are counted as Excel counts them', () => {
    const grid = [['操作证登记表', ''], ['* 唯 一 码（必填）', '证书持有人姓名'], ['', ''], [' 000059 ', '张伟']]
    expect(tableOf(grid, columns)).toEqual({
      rows: [{ row: 4, cells: { code: '000059', name: '张伟' } }], headerRow: 2, missing: [], repeated: [],
      headers: [{ text: '* 唯 一 码（必填）', at: 0, key: 'code', sample: '000059' }, { text: '证书持有人姓名', at: 1, key: 'name', sample: '张伟' }],
    })
  })

  test('B23: what is missing, unknown or there twice is told', () => {
    expect(tableOf([['姓名', '备注'], ['张伟', 'x']], columns)).toMatchObject({ rows: [], missing: ['code'], headers: [{ key: 'name' }, { text: '备注', key: '' }] })
    expect(tableOf([['唯一码', '唯一码'], ['1', '2']], columns)).toMatchObject({ rows: [{ cells: { code: '1', name: '' } }], repeated: ['唯一码'] })
    expect(tableOf([], columns)).toMatchObject({ rows: [], missing: ['code'] })
  })

  test('B23: what a person says of a header counts more than its words, and may leave one out', () => {
    const grid = [['唯一码', '老编号', '姓名'], ['旧', '000059', '张伟']]
    expect(tableOf(grid, columns, { 老编号: 'code', 姓名: '' })).toMatchObject({ rows: [{ cells: { code: '000059', name: '' } }], repeated: ['唯一码'] })
    expect(tableOf(grid, columns, { 老编号: 'no-such-column' })).toMatchObject({ rows: [{ cells: { code: '旧' } }] })
  })

  test('B23: a sheet of which no word is known shows its first row, for a person to say what it means', () => {
    expect(tableOf([['甲', '乙'], ['1', '2']], columns)).toMatchObject({ headerRow: 1, headers: [{ text: '甲', sample: '1' }, { text: '乙', sample: '2' }] })
    expect(tableOf([['甲', '乙'], ['1', '2']], columns, { 甲: 'code' }).rows).toEqual([{ row: 2, cells: { code: '1', name: '' } }])
  })
})

test('B23: no cell of a CSV begins with a sign that runs', () => {
  fc.assert(fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'), fc.string(), (sign, rest) => {
    expect(plainCell(sign + rest)).toBe(`'${sign}${rest}`)
  }))
  expect(plainCell('C000000001')).toBe('C000000001')
})
