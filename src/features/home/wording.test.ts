import { dayWords, deviceWords, headline, heartbeat, whose } from './wording'

const now = new Date('2026-11-23T02:00:00Z')

test('the day is written as a clerk writes it', () => {
  expect(dayWords('2026-11-03')).toBe('11 月 3 日\u3000星期二')
})

test('nothing to do is said in words too', () => {
  expect(headline(4)).toBe('今天有 4 件事要办')
  expect(headline(0)).toBe('今天没有要办的事')
})

test('a certificate without a person is named by its number', () => {
  expect(whose({ holderName: '', number: 'C1' })).toBe('C1')
})

test('several devices are the first and how many', () => {
  const device = { id: 'd', code: '000066', name: '高压注射器', department: { id: 'x', name: 'MR室' }, model: '', type: '', unit: '' }
  expect(deviceWords({ devices: [device, device], deviceCount: 3, title: '' })).toEqual({ name: '高压注射器', code: '等 3 台', department: 'MR室' })
  expect(deviceWords({ devices: [device], deviceCount: 1, title: '' }).code).toBe('000066')
})

describe('B18: the heartbeat', () => {
  test('is calm while the timer runs', () => {
    expect(heartbeat('2026-11-23T01:59:00Z', now)).toEqual({ text: '最近一次检查 09:59，一切正常', alarm: false })
    expect(heartbeat('2026-11-23T01:45:01Z', now).alarm).toBe(false)
  })
  test('is told after 15 silent minutes, and before the first run', () => {
    expect(heartbeat('2026-11-23T01:45:00Z', now)).toEqual({ text: '提醒服务自 09:45 起没有运行，请告诉系统管理员', alarm: true })
    expect(heartbeat('2026-11-21T01:45:00Z', now).text).toContain('2026-11-21 09:45')
    expect(heartbeat(null, now).alarm).toBe(true)
  })
})
