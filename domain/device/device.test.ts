import * as v from 'valibot'
import { checkDevice, DEVICE_STATUSES, deviceFieldsSchema, emptyDeviceFields, isRetired } from './device'
import { isUniqueCode, uniqueCode } from './unique-code'

describe('a device', () => {
  test('S44: has the archive\'s eighteen fields, 设备类型, and 大型设备管理类别 with 目录版本', () => {
    expect(Object.keys(emptyDeviceFields())).toHaveLength(21)
    expect(v.is(deviceFieldsSchema, emptyDeviceFields())).toBe(true)
  })

  test('S44: only 设备名称 and 所属科室 are required', () => {
    expect(checkDevice(emptyDeviceFields())).toEqual({ name: 'device.name-missing', departmentId: 'device.department-missing' })
    expect(checkDevice({ ...emptyDeviceFields(), name: '裂隙灯', departmentId: 'eye' })).toEqual({})
    expect(checkDevice({ ...emptyDeviceFields(), name: ' \u200b ', departmentId: 'eye' })).toEqual({ name: 'device.name-missing' })
  })

  test('B34: 停用 and 报废 end a device, 外借 does not', () => {
    expect(DEVICE_STATUSES.filter(isRetired)).toEqual(['stopped', 'scrapped'])
  })

  test('a device that was entered before 大型设备管理类别 was asked for reads as one without it', () => {
    const { largeClass, catalogue, ...old } = emptyDeviceFields()
    expect(v.parse(deviceFieldsSchema, old)).toEqual({ ...old, largeClass, catalogue })
  })

  test('a text over its bound is refused by code point', () => {
    const named = (name: string) => ({ ...emptyDeviceFields(), name })
    expect(v.is(deviceFieldsSchema, named('𠮷'.repeat(100)))).toBe(true)
    expect(v.is(deviceFieldsSchema, named('灯'.repeat(101)))).toBe(false)
  })

  test('S16: the 唯一码 is a running number of six digits', () => {
    expect(uniqueCode(55)).toBe('000055')
    expect(uniqueCode(999_999)).toBe('999999')
    expect([0, -1, 1.5, 1_000_000].map(uniqueCode)).toEqual([null, null, null, null])
    expect(['000055', '000000', '55', '0000555'].map(isUniqueCode)).toEqual([true, false, false, false])
  })
})
