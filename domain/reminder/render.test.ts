import fc from 'fast-check'
import * as v from 'valibot'
import { DEFAULT_TEMPLATE } from '../certificate/default-template'
import { addDays } from '../kernel/civil-day'
import { lengthOf } from '../kernel/text'
import { fieldTypeOf, fitsField } from './field-limits'
import { nameDevices, renderHome, renderSms, renderWechat, type MessageItem, type Occasion } from './render'
import { FIELD_FACTS, layoutSchema, OFFICIAL_ACCOUNT_LAYOUT, SUBSCRIBE_MESSAGE_LAYOUT, type Layout } from './wechat-layout'

const item = (change: Partial<MessageItem> = {}): MessageItem => ({
  certificateId: 'c1', cycle: 1, deviceNames: ['裂隙灯'], expiresOn: '2025-01-31', number: 'C000000001', holderName: '张三', departmentNames: ['眼科'], template: DEFAULT_TEMPLATE, ...change,
})
const two = item({ deviceNames: ['环境监测用x-r辐射空气比释动能率仪', '裂隙灯'] })
const one: Occasion = { items: [item()], day: '2025-01-26' }
const several: Occasion = { items: [item({ certificateId: 'c2', expiresOn: '2025-02-20' }), item(), item({ certificateId: 'c3', expiresOn: '2025-03-01' })], day: '2025-01-26' }

describe('words per channel', () => {
  test('S41, B29: 首页 carries the full sentence with every device named', () => {
    expect(renderHome({ items: [two], day: '2025-01-26' })).toEqual({
      title: '环境监测用x-r辐射空气比释动能率仪 等 2 台',
      text: '环境监测用x-r辐射空气比释动能率仪、裂隙灯已经快到设备操作证到期日了, 设备操作证到期日是: 2025-01-31, 请及时处理!',
      items: [{ certificateId: 'c1', cycle: 1, expiresOn: '2025-01-31', text: '环境监测用x-r辐射空气比释动能率仪、裂隙灯已经快到设备操作证到期日了, 设备操作证到期日是: 2025-01-31, 请及时处理!' }],
    })
  })

  test('B29: several certificates on 首页 are a summary and a list of full sentences', () => {
    const message = renderHome(several)
    expect(message).toMatchObject({ title: '3 张操作证快到期', text: '共 3 张操作证快到期，最早的 2025-01-31 到期。' })
    expect(message.items.map(({ certificateId }) => certificateId)).toEqual(['c2', 'c1', 'c3'])
    expect(message.items[0]?.text).toContain('2025-02-20')
  })

  test('B29: 微信 fills the fields of its template', () => {
    expect(renderWechat(one, OFFICIAL_ACCOUNT_LAYOUT)).toEqual({ thing1: '裂隙灯', time2: '2025年01月31日 23:59', thing3: '剩5天，请及时处理' })
    expect(renderWechat({ items: [two], day: '2025-01-31' }, SUBSCRIBE_MESSAGE_LAYOUT)).toEqual({
      thing1: '环境监测用x-r辐射空气比… 等 2 台', time2: '2025年01月31日 23:59', character_string3: 'C00****001', thing4: '今天到期（仍有效），请及时处理',
    })
    expect(renderWechat(several, OFFICIAL_ACCOUNT_LAYOUT)).toEqual({ thing1: '共 3 张操作证快到期', time2: '2025年01月31日 23:59', thing3: '最早的剩5天，请及时处理' })
  })

  test('B29: SMS fills short variables of its approved text', () => {
    expect(renderSms(one)).toEqual({ template: 'one', params: ['裂隙灯', '1台', '2025', '01月31日', '5'], text: '裂隙灯1台的操作证2025年01月31日到期，剩5天，请及时处理。详见微信小程序操作证管家。' })
    expect(renderSms({ items: [two], day: '2025-01-26' }).params).toEqual(['环境监测用…', '等2台', '2025', '01月31日', '5'])
    expect(renderSms(several)).toMatchObject({ template: 'many', params: ['3', '2025', '01月31日', '5'] })
  })

  test('the number of devices is never cut off', () => {
    expect(nameDevices(['环境监测用x-r辐射空气比释动能率仪', '裂隙灯'], 12)).toBe('环境监测用… 等 2 台')
    expect(nameDevices(['裂隙灯'], 20)).toBe('裂隙灯')
    expect(nameDevices([], 20)).toBe('设备')
  })

  test('a layout with a key that cannot be filled safely is refused', () => {
    expect(v.is(layoutSchema, OFFICIAL_ACCOUNT_LAYOUT)).toBe(true)
    expect(v.is(layoutSchema, SUBSCRIBE_MESSAGE_LAYOUT)).toBe(true)
    expect(v.is(layoutSchema, [{ key: 'const1', fact: 'subject' }])).toBe(false)
    expect(v.is(layoutSchema, [])).toBe(false)
  })

  const text = fc.string({ unit: fc.constantFrom('灯', 'x', '7', ' ', '\n', '😀', '【', '𠮷', '[', '、'), maxLength: 50 })
  const number = fc.stringMatching(/^[A-Z0-9]{5,40}$/)
  const anyItem = fc.record({
    certificateId: fc.constant('c'), cycle: fc.constant(1), deviceNames: fc.array(text, { maxLength: 200 }), expiresOn: fc.nat(400).map((n) => addDays('2025-01-26', n)),
    number, holderName: text, departmentNames: fc.array(text, { maxLength: 5 }), template: text,
  })
  const occasion = fc.record({ items: fc.array(anyItem, { minLength: 1, maxLength: 5 }), day: fc.constant('2025-01-26') })
  const layout: fc.Arbitrary<Layout> = fc.array(
    fc.record({ key: fc.constantFrom('thing1', 'thing2', 'time3', 'date4', 'character_string5', 'phrase6', 'name7', 'number8'), fact: fc.constantFrom(...FIELD_FACTS) }),
    { minLength: 1, maxLength: 6 },
  )

  test('B29: whatever the facts and the template\'s keys, WeChat takes every field', () => {
    fc.assert(fc.property(occasion, layout, (known, keys) => {
      for (const [key, value] of Object.entries(renderWechat(known, keys))) {
        expect(fitsField(fieldTypeOf(key) ?? 'thing', value)).toBe(true)
      }
    }))
  })

  test('the full 证件号 never leaves by 微信 or SMS', () => {
    fc.assert(fc.property(occasion, layout, (known, keys) => {
      const clean = { ...known, items: known.items.map((each) => ({ ...each, deviceNames: ['灯'], holderName: '张三', departmentNames: ['眼科'] })) }
      const sent = [...Object.values(renderWechat(clean, keys)), renderSms(clean).text].join(' ')
      for (const { number: whole } of clean.items) expect(sent.includes(whole)).toBe(false)
    }))
  })

  test('B29: an SMS is one billed piece beside a signature of twelve characters', () => {
    fc.assert(fc.property(occasion, (known) => {
      const message = renderSms(known)
      expect(lengthOf(message.text) + 14).toBeLessThanOrEqual(70)
      expect(message.params.every((param) => param !== '' && lengthOf(param) <= 6)).toBe(true)
      expect(message.text).not.toMatch(/\{\d\}/)
    }))
  })
})
