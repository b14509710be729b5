import { assert, property, stringMatching } from 'fast-check'
import { readScannedCode } from './scanned-code'

const PRODUCT = '06901234567892'
const serial = stringMatching(/^[0-9A-Za-z-]{1,20}$/)

test('S44: a scanned UDI says 序列号 and 生产日期, printed or encoded, whatever the order', () => {
  const read = { udi: `(01)${PRODUCT}(11)240301(21)SN-7`, serialNumber: 'SN-7', producedOn: '2024-03-01' }
  expect(readScannedCode(`(01)${PRODUCT}(11)240301(21)SN-7`)).toEqual(read)
  expect(readScannedCode(`01${PRODUCT}1124030121SN-7`)).toEqual(read)
  expect(readScannedCode(`]d201${PRODUCT}1124030121SN-7`)).toEqual(read)
  expect(readScannedCode(`01${PRODUCT}10LOT9\u001d21SN-7`)).toMatchObject({ serialNumber: 'SN-7', producedOn: null })
})

test('S44: a day of 00 is a month, and is left to the user', () => {
  expect(readScannedCode(`(01)${PRODUCT}(11)240300`)).toMatchObject({ producedOn: null, serialNumber: '' })
})

test('S44: a UDI of another issuer is kept as it stands, another text is none', () => {
  expect(readScannedCode(' MA.156.M0.100000.ABC ')).toEqual({ udi: 'MA.156.M0.100000.ABC', serialNumber: '', producedOn: null })
  for (const text of ['', 'SN12345', '000059', '01', '0169012', 'https://example.com']) expect(readScannedCode(text)).toBeNull()
})

test('S44: any serial number comes out as it was encoded, and any text is read without a fault', () => {
  assert(property(serial, (number) => readScannedCode(`01${PRODUCT}21${number}`)?.serialNumber === number))
  assert(property(stringMatching(/^[ -~]{0,60}$/), (text) => readScannedCode(text) === null || readScannedCode(text)?.udi !== ''))
})
