import fc from 'fast-check'
import { tableOf } from '../sheet/columns'
import { isExampleRow, monthOfCell, partsOfCell, timeOfCell, wholeOfCell } from '../sheet/plain-cells'
import { matchPhotos } from './photo-match'
import { CERTIFICATE_COLUMNS, type CertificateCells } from './sheet-columns'
import { readRow } from './sheet-row'
import { sheetProblemWords } from './sheet-words'

const EMPTY = Object.fromEntries(CERTIFICATE_COLUMNS.map(({ key }) => [key, ''])) as CertificateCells
const row = (cells: Partial<CertificateCells>) => readRow({ ...EMPTY, ...cells })

describe('cells of a sheet of certificates', () => {
  test('B23: the guide’s words and what hospitals call them mean the same columns', () => {
    const headers = ['证书编号', '持证人', '有效期止', '发证机关', '预警提前量', '设备唯一码']
    const { headers: read, missing } = tableOf([headers, ['C1', '张伟', '2027-01-01', '卫健委', '5', '59']], CERTIFICATE_COLUMNS)
    expect(read.map(({ key }) => key)).toEqual(['number', 'holderName', 'expiresOn', 'issuer', 'leadDays', 'deviceCodes'])
    expect(missing).toEqual([])
  })

  test('B23: no word stands for two columns', () => {
    const words = CERTIFICATE_COLUMNS.flatMap(({ header, aliases }) => [header, ...aliases])
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
  })

  test('B23, S16: several devices in one cell, zeros that Excel took, full-width digits', () => {
    expect(row({ deviceCodes: '59、０００６０，000061' }).deviceCodes).toEqual(['000059', '000060', '000061'])
    expect(row({ number: 'Ｃ０００１' }).form.number).toBe('C0001')
  })

  test.each(['长期', '长期有效', '永久', ' 长 期 '])('B23: «%s» never expires', (expiresOn) => {
    expect(row({ expiresOn }).form).toMatchObject({ longTerm: true, expiresOn: null })
  })

  test.each(['无', '/', '—', ''])('B23: «%s» is an empty cell', (cell) => {
    expect(row({ issuedOn: cell, gender: cell, number: cell, sendTime: cell })).toMatchObject({ problems: [], form: { issuedOn: null, gender: null, number: '', sendTime: '08:00:00' } })
  })

  test('B23: what cannot be read is told with its column and what stood there, and nothing is guessed', () => {
    const { problems, form } = row({ expiresOn: '明年', birthMonth: '八五年', gender: 'M', leadDays: '五', sendTime: '早上', channels: '电报' })
    expect(form).toMatchObject({ expiresOn: null, longTerm: false })
    expect(problems.map(sheetProblemWords)).toEqual([
      '性别：「M」看不懂，请填男或女，或留空', '出生年月：「八五年」不是年月，请写成 1985-06 或 1985年6月', '有效期至：「明年」不是日期，请写成 2026-01-05、2026/1/5 或 2026年1月5日',
      '发送时间：「早上」不是时间，请写成 08:00', '发送形式：「电报」看不懂，请填首页、短信、微信，用顿号隔开', '提前预警时间(天)：「五」不是整数天数',
    ])
  })

  test('S38: 发送形式 names channels in words', () => {
    expect(row({ channels: '电脑首页、微信通知' }).form.channels).toEqual({ home: true, sms: false, wechat: true })
  })

  test('B23: any cells at all are read without a crash', () => {
    fc.assert(fc.property(fc.record(Object.fromEntries(CERTIFICATE_COLUMNS.map(({ key }) => [key, fc.string({ unit: 'grapheme', maxLength: 20 })]))), (cells) => {
      const read = readRow(cells as CertificateCells)
      expect(read.problems.every((problem) => sheetProblemWords(problem) !== '')).toBe(true)
    }))
  })
})

describe('months, times and numbers in a sheet', () => {
  test.each(['1985-06', '1985.6', '1985年6月', '198506', '１９８５－０６', '1985-06-01', '1985年6月1日'])('S22: «%s» is 1985-06', (cell) => expect(monthOfCell(cell)).toBe('1985-06'))
  test.each(['8:00', '08:00:00', '８：００', '8点', '0.333333333333333'])('S28: «%s» is 08:00:00', (cell) => expect(timeOfCell(cell)).toBe('08:00:00'))
  test.each(['1985-13', '', '六月'])('«%s» is no month', (cell) => expect(monthOfCell(cell)).toBeNull())
  test.each(['25:00', '1.5', '', '8:61'])('«%s» is no time', (cell) => expect(timeOfCell(cell)).toBeNull())
  test('S27: whole days only', () => expect(['5', '5天', '5.0', '5.5', '-1', 'x'].map(wholeOfCell)).toEqual([5, 5, 5, null, null, null]))
  test('parts of a cell come once', () => expect(partsOfCell('张伟、李四; 张伟')).toEqual(['张伟', '李四']))
  test('the template’s example is known', () => expect([isExampleRow({ number: '示例C1' }), isExampleRow({ number: 'C1' })]).toEqual([true, false]))
})

describe('B33: photos of certificates', () => {
  const owners = [
    { number: 'C000000001', staffNumber: 'G001', holderName: '张伟' }, { number: 'C000000012', staffNumber: 'G002', holderName: '李四' },
    { number: '', staffNumber: '', holderName: '张伟' }, { number: 'C-3/4', staffNumber: 'G004', holderName: '王五' },
  ]
  const photos = (...names: string[]) => names.map((name) => ({ id: name, name }))
  const matched = (...names: string[]) => Object.fromEntries(matchPhotos(photos(...names), owners).byRow)

  test('are known by 证件号, 工号 or a 姓名 that only one has', () => {
    expect(matched('C000000001.jpg', 'G002_李四.PNG', '王五(2).jpg', 'ｃ０００００００１２-反面.jpeg')).toEqual({ 0: ['C000000001.jpg'], 1: ['G002_李四.PNG', 'ｃ０００００００１２-反面.jpeg'], 3: ['王五(2).jpg'] })
  })

  test('that mean nobody, or two, are named', () => {
    expect(matchPhotos(photos('张伟.jpg', 'IMG_001.jpg', 'C0000000011.jpg'), owners)).toEqual({ byRow: new Map(), unmatched: ['C0000000011.jpg', 'IMG_001.jpg', '张伟.jpg'] })
  })

  test('beyond nine of one certificate are named', () => {
    const many = Array.from({ length: 11 }, (_, at) => `C000000001_${at + 10}.jpg`)
    const { byRow, unmatched } = matchPhotos(photos(...many), owners)
    expect([byRow.get(0)?.length, unmatched]).toEqual([9, ['C000000001_19.jpg', 'C000000001_20.jpg']])
  })
})
