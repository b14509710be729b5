import { calendarFile } from './calendar-file'

const entry = { title: '李四 C,01; 设备操作证将于 2027-01-31 到期，请及时换证并上传新证照片', note: 'CT\n请及时换证', start: new Date('2027-01-01T00:00:00Z'), end: new Date('2027-01-01T00:30:00Z') }

test('B21: the calendar file is one event with an alarm, its signs escaped', () => {
  const text = calendarFile(entry, new Date('2026-11-25T01:00:00Z'))
  const lines = text.replace(/\r\n /g, '').split('\r\n')
  expect(lines).toEqual(expect.arrayContaining(['DTSTART:20270101T000000Z', 'DTEND:20270101T003000Z', 'DTSTAMP:20261125T010000Z', 'DESCRIPTION:CT\\n请及时换证', 'TRIGGER:PT0S']))
  expect(lines.find((line) => line.startsWith('SUMMARY:'))).toBe('SUMMARY:李四 C\\,01\\; 设备操作证将于 2027-01-31 到期，请及时换证并上传新证照片')
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
})
