import { bench, certificate, credit, INSTITUTION, rowsOf, zhang } from '../../cloud/testing/reminder-bench'
import { instantOf } from '../../domain/kernel/civil-day'
import { deliver } from './deliver'

test('B8: a run that fails in one lane ends only when the messages of the others have ended: nothing is sent after the lease is given up', async () => {
  const ten = instantOf('2024-08-04', '10:00:00')
  const doc = certificate('c1', { channels: { home: false, sms: true, wechat: true } }, instantOf('2024-08-01', '09:00:00'))
  const ports = bench(ten, { ...zhang, certificates: [doc], certificate_devices: rowsOf(doc), subscription_credits: [credit('acc-zhang', 2)] })
  const ends: string[] = []
  let answerSms = (): void => undefined
  const held = new Promise<void>((resolve) => { answerSms = resolve })
  ports.fake.answer = async ({ way }) => {
    if (way !== 'sms') return { kind: 'refused', code: '43004' }
    await held
    ends.push('SMS')
    return { kind: 'accepted', providerId: 'p' }
  }
  ports.store.before = ({ kind, collection }) => {
    if (kind !== 'write' || collection !== 'subscription_credits') return
    setImmediate(answerSms)
    throw new Error('the database is gone')
  }
  await expect(deliver(INSTITUTION, ports).finally(() => ends.push('run'))).rejects.toThrow('the database is gone')
  expect(ends).toEqual(['SMS', 'run'])
})
