import fc from 'fast-check'
import { DEFAULT_TEMPLATE } from './default-template'
import { renderTemplate, TEMPLATE_VARIABLES, unknownVariables, type TemplateFacts } from './template'

const facts: TemplateFacts = {
  deviceNames: ['环境监测用x-r辐射空气比释动能率仪', '直读式x-r 辐射个人剂量当量 (率) 监测仪'],
  expiresOn: '2028-01-06', number: 'C000000001', holderName: '张三', remainingDays: 5, departmentNames: ['影像中心', '影像中心', '眼科'],
}

describe('the message template', () => {
  test('S41: the guide\'s sentence names every device', () => {
    expect(renderTemplate(DEFAULT_TEMPLATE, facts)).toBe(
      '环境监测用x-r辐射空气比释动能率仪、直读式x-r 辐射个人剂量当量 (率) 监测仪已经快到设备操作证到期日了, 设备操作证到期日是: 2028-01-06, 请及时处理!',
    )
    expect(unknownVariables(DEFAULT_TEMPLATE)).toEqual([])
  })

  test('two devices of one name are both named, a department once', () => {
    const twice = { ...facts, deviceNames: ['高压注射器', '高压注射器'] }
    expect(renderTemplate('[设备名称]/[所属科室]', twice)).toBe('高压注射器、高压注射器/影像中心、眼科')
  })

  test('every variable has its fact', () => {
    expect(TEMPLATE_VARIABLES).toEqual(['设备名称', '设备操作证到期日', '证件号', '持证人', '剩余天数', '所属科室'])
    expect(renderTemplate('[证件号] [持证人] [剩余天数]', facts)).toBe('C000000001 张三 5')
    expect(renderTemplate('[设备操作证到期日]', { ...facts, expiresOn: null })).toBe('长期有效')
  })

  test('S41: unknown variables stay as typed and are told once each', () => {
    const template = '[医院]请[持证人]换证[医院][]'
    expect(renderTemplate(template, facts)).toBe('[医院]请张三换证[医院][]')
    expect(unknownVariables(template)).toEqual(['医院', ''])
  })

  test('what objects inherit is no variable', () => {
    expect(renderTemplate('[constructor][toString][__proto__]', facts)).toBe('[constructor][toString][__proto__]')
  })

  test('a value that looks like a variable or a replacement pattern stays what it is', () => {
    expect(renderTemplate('[持证人]', { ...facts, holderName: '[证件号]$&$1' })).toBe('[证件号]$&$1')
  })

  test('nested and unclosed brackets are text', () => {
    expect(renderTemplate('[[持证人]] [持证人 [', facts)).toBe('[张三] [持证人 [')
  })

  test('a template without brackets is sent as typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }).filter((text) => !text.includes('[')), (text) => {
      expect(renderTemplate(text, facts)).toBe(text)
    }))
  })
})
