import { calendarEntry, type CalendarFacts } from './calendar-entry'

const facts: CalendarFacts = { holderName: '李四', number: 'C01', deviceNames: ['CT'], expiresOn: '2027-01-31', longTerm: false, leadDays: 30, sendTime: '08:00:00' }

describe('B21: a certificate in the phone’s calendar', () => {
  test('stands on the first day of its warning at 发送时间 and says whose it is', () => {
    expect(calendarEntry(facts, '2026-11-25')).toEqual({
      title: '李四 C01 的证件将于 2027-01-31 到期', note: 'CT\n请及时换证；打开操作证管家处理。', start: new Date('2027-01-01T00:00:00Z'), end: new Date('2027-01-01T00:30:00Z'),
    })
  })

  test('stands on tomorrow while the warning lasts, and on the last day at the latest', () => {
    expect(calendarEntry(facts, '2027-01-10')?.start).toEqual(new Date('2027-01-11T00:00:00Z'))
    expect(calendarEntry(facts, '2027-01-30')?.start).toEqual(new Date('2027-01-31T00:00:00Z'))
  })

  test('is none once it is over or on its last day, and none for 长期有效', () => {
    expect(calendarEntry(facts, '2027-01-31')).toBeNull()
    expect(calendarEntry({ ...facts, longTerm: true, expiresOn: null }, '2026-11-25')).toBeNull()
  })
})
