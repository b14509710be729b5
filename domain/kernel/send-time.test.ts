import * as v from 'valibot'
import { parseSendTime, sendTimeSchema, shortSendTime } from './send-time'

describe('a send time', () => {
  test.each(['00:00:00', '08:00:00', '10:00:00', '23:59:59'])('S28: %s is one', (text) => {
    expect(v.is(sendTimeSchema, text)).toBe(true)
  })

  test.each(['25:00:00', '24:00:00', '08:60:00', '08:00:60', '8:00:00', '08:00', ''])('«%s» is none', (text) => {
    expect(v.is(sendTimeSchema, text)).toBe(false)
  })

  test('a picker\'s HH:mm gets its seconds', () => {
    expect(parseSendTime(' 08:30 ')).toBe('08:30:00')
    expect(parseSendTime('08:30:15')).toBe('08:30:15')
    expect(parseSendTime('25:00')).toBeNull()
    expect(parseSendTime('八点')).toBeNull()
  })

  test('S8: lists show it without idle seconds', () => {
    expect(shortSendTime('08:00:00')).toBe('08:00')
    expect(shortSendTime('08:00:30')).toBe('08:00:30')
  })
})
