import { takes } from './field-limits'

describe('typed fields of templates (error 47003)', () => {
  test.each([
    ['thing1', '一二三四五六七八九十一二三四五六七八九十', true], ['thing1', '一二三四五六七八九十一二三四五六七八九十长', false], ['thing1', '两\n行', false],
    ['thing1', '😀'.repeat(20), true],
    ['number2', '123.45', true], ['number2', '12a', false], ['number2', '1'.repeat(33), false],
    ['letter1', 'Abc', true], ['letter1', 'Ab1', false],
    ['symbol1', '+-*/#', true], ['symbol1', 'a', false],
    ['character_string3', 'HZ-2023-00018', true], ['character_string3', '编号1', false],
    ['time4', '15:01', true], ['time4', '2019年10月1日 15:01', true], ['time4', '2026年09月30日', true], ['time4', '25:00', false], ['time4', '明天', false],
    ['date5', '2019年10月1日', true], ['date5', '2026-09-05', true], ['date5', '2026-09-05 10:00', true], ['date5', 'soon', false],
    ['amount6', '¥100.5', true], ['amount6', '12元', true], ['amount6', '很多', false],
    ['phone_number7', '+86-0766-66888866', true], ['phone_number7', '一二', false],
    ['car_number8', '粤A8Z888挂', true], ['car_number8', '123456789', false],
    ['name9', '张三', true], ['name9', '一二三四五六七八九十长', false], ['name9', 'John Ronald Tolkien', true],
    ['phrase10', '待领取', true], ['phrase10', '太长的短语啊', false], ['phrase10', 'abc', false],
    ['const11', '待办', true],
    ['thing1', '', false],
  ])('%s takes «%s»: %p', (field, text, ok) => {
    expect(takes(field, text, true)).toBe(ok)
  })

  test('a key without a type is refused for subscription messages and taken for templates of the old library', () => {
    expect([takes('keyword1', 'a', true), takes('keyword1', 'a', false)]).toEqual([false, true])
    expect(takes('constructor1', 'a', true)).toBe(false)
  })
})
