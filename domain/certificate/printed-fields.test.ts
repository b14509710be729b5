import fc from 'fast-check'
import { isCivilDay } from '../kernel/civil-day'
import { lengthOf } from '../kernel/text'
import { CERTIFICATE_LIMITS } from './certificate'
import { printedFields } from './printed-fields'

const read = (...lines: string[]) => Object.fromEntries(printedFields(lines).map(({ field, value }) => [field, value]))

test('B15: number, name, issuer and days are proposed from what is printed beside their labels, each with its line', () => {
  const lines = ['大型医用设备上岗合格证', '证书编号：HZ-2023-00018', '姓 名：张三  职称：技师', '发证机关：国家卫生健康委人才交流服务中心', '发证日期：2023年6月5日', '有效期：2023年6月5日至2027.6.4']
  expect(read(...lines)).toEqual({ number: 'HZ-2023-00018', holderName: '张三', issuer: '国家卫生健康委人才交流服务中心', issuedOn: '2023-06-05', expiresOn: '2027-06-04' })
  expect(printedFields(lines)[4]).toEqual({ field: 'expiresOn', value: '2027-06-04', from: '有效期:2023年6月5日至2027.6.4' })
})

test('B15: a value on the line below its label is found; a label above another label says nothing', () => {
  expect(read('证件号', 'ＴＳ１１２０', '姓名', '颁证单位', '市人民医院')).toEqual({ number: 'TS1120', issuer: '市人民医院' })
})

test('B15: days that do not exist, numbers without a digit and text without a label are proposed as nothing', () => {
  expect(read('有效期至 2026年2月30日', '编号：待定', '2026年1月1日', '长期有效')).toEqual({})
})

test('B15: whatever is printed, nothing is proposed that the form would not take', () => {
  const part = fc.constantFrom('证件号', '姓名', '有效期至', '签发日期', '颁证单位', '：', ' ', '2026', '年', '1', '月', '31', '日', '-', '张三', '\n', '😀', '有效期')
  fc.assert(fc.property(fc.array(fc.oneof(fc.string(), fc.array(part).map((parts) => parts.join(''))), { maxLength: 12 }), (lines) => {
    for (const { field, value } of printedFields(lines)) {
      if (field === 'issuedOn' || field === 'expiresOn') expect(isCivilDay(value)).toBe(true)
      else expect([value.trim() !== '', lengthOf(value) <= CERTIFICATE_LIMITS[field]]).toEqual([true, true])
    }
  }), { numRuns: 300 })
})
