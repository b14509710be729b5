import fc from 'fast-check'
import { lengthOf } from '../kernel/text'
import { FIELD_TYPES, fieldTypeOf, fitField, fitsField, fitSmsVariable, type FieldType } from './field-limits'

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom('灯', 'a', '１', '-', ' ', '\n', '\u3000', '😀', '👨‍👩‍👧', '🇨🇳', '1️⃣', '𠮷', '。', '年', '月', '日', ':', '\ud800', '\u200b', '¥', '元', '.'), maxLength: 60 }),
)

/** The documented limits, written a second time and on their own (platform facts §1.4). */
const DOCUMENTED: Record<FieldType, RegExp> = {
  thing: /^.{1,20}$/u,
  number: /^-?\d{1,32}(\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[!-/:-@[-`{-~]{1,5}$/,
  character_string: /^[\x20-\x7e]{1,32}$/,
  time: /^(\d{4}年\d{1,2}月\d{1,2}日 )?\d{2}:\d{2}$/,
  date: /^\d{4}年\d{1,2}月\d{1,2}日( \d{2}:\d{2})?$/,
  amount: /^[¥￥$]?\d{1,10}(\.\d{1,2})?元?$/,
  phone_number: /^[\d+\-() ]{1,17}$/,
  car_number: /^.{1,8}$/u,
  name: /^(.{1,10}|[\x20-\x7e]{1,20})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
}

describe('typed fields', () => {
  test.each(FIELD_TYPES)('B29: whatever the text, a %s field is one that WeChat takes (47003 is impossible)', (type) => {
    fc.assert(fc.property(hostile, (text) => {
      const value = fitField(type, text)
      expect(fitsField(type, value)).toBe(true)
      expect(value).toMatch(DOCUMENTED[type])
      expect(value).not.toMatch(/[\p{Cc}\p{Cs}\p{Extended_Pictographic}]/u)
      expect(value.trim()).toBe(value)
      expect(fitField(type, value)).toBe(value)
    }), { numRuns: 400 })
  })

  test.each<[FieldType, string, string]>([
    ['thing', '环境监测用x-r辐射空气比释动能率仪', '环境监测用x-r辐射空气比释动能率仪'],
    ['thing', '直读式x-r 辐射个人剂量当量 (率) 监测仪', '直读式x-r 辐射个人剂量当量 (率)…'],
    ['thing', '', '无'],
    ['character_string', 'Ｃ00****001号', 'C00****001'],
    ['character_string', '放射字', '-'],
    ['time', '2025年01月31日 23:59', '2025年01月31日 23:59'],
    ['date', '2025年01月31日', '2025年01月31日'],
    ['phrase', '影像中心(东区)', '影像中心东'],
    ['name', '张三', '张三'],
    ['name', '买买提·艾则孜·阿卜杜拉', '买买提·艾则孜·阿…'],
    ['number', '剩25天', '25'],
  ])('%s «%s» becomes «%s»', (type, text, value) => {
    expect(fitField(type, text)).toBe(value)
  })

  test('what fits is not touched, what does not is known', () => {
    expect(fitsField('thing', '灯'.repeat(20))).toBe(true)
    expect(fitsField('thing', '灯'.repeat(21))).toBe(false)
    expect(fitsField('thing', '')).toBe(false)
    expect(fitsField('thing', '两\n行')).toBe(false)
    expect(fitsField('character_string', '证')).toBe(false)
    expect(fitsField('time', '25:00')).toBe(false)
    expect(fitsField('phrase', 'CT室')).toBe(false)
  })

  test('a key tells its type', () => {
    expect(['thing1', 'character_string12', 'time2', 'const4', 'thing', 'first'].map(fieldTypeOf)).toEqual(['thing', 'character_string', 'time', null, null, null])
  })

  test('B29: an SMS variable has at most six characters, is never empty and holds no signature brackets', () => {
    fc.assert(fc.property(hostile, (text) => {
      const value = fitSmsVariable(text)
      expect(lengthOf(value)).toBeGreaterThan(0)
      expect(lengthOf(value)).toBeLessThanOrEqual(6)
      expect(value).not.toMatch(/[【】\p{Cc}]/u)
    }))
    expect(fitSmsVariable('01月31日')).toBe('01月31日')
    expect(fitSmsVariable('环境监测用x-r辐射空气比释动能率仪')).toBe('环境监测用…')
  })
})
