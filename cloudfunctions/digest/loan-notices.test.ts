import type { InstitutionDoc, OriginalDoc } from '../../cloud/documents'
import { account, bench, certificate, INSTITUTION } from '../../cloud/testing/reminder-bench'
import { instantOf } from '../../domain/kernel/civil-day'
import { writeDigests } from './write-digests'

const at = (day: string): Date => instantOf(day, '08:31:00')
const created = at('2026-11-01')
const original = (id: string, dueOn: string, byAccountId: string): OriginalDoc => ({
  _id: id, schema: 1, institutionId: INSTITUTION, place: '档案柜', loan: { borrower: '王五', lentOn: '2026-11-01', dueOn, byAccountId }, papers: { cycle: 1, have: [] },
  version: 1, createdBy: 'x', createdAt: created, updatedBy: 'x', updatedAt: created,
})
const institution: InstitutionDoc = { _id: INSTITUTION, schema: 1, name: 'H', createdAt: created }

test('B36: a borrowed original is asked back from who lent it on 应还日 and a week later, of a lender who left from the managers, once a day', async () => {
  const ports = bench(at('2026-11-24'), {
    institutions: [institution], accounts: [account('acc-wang', { role: 'hospital-admin' }), account('acc-li'), account('acc-gone', { active: false })],
    certificates: [certificate('c1', { holderName: '张三' }, created), certificate('c2', { holderName: '李四' }, created)],
    originals: [original('c1', '2026-11-25', 'acc-li'), original('c2', '2026-11-25', 'acc-gone')],
  })
  const told = () => ports.store.all('inbox').filter(({ title }) => title.includes('原件')).map(({ accountId, at: when, text }) => [accountId, when.toISOString().slice(0, 10), text.slice(0, 2)])
  await writeDigests(ports)
  expect(told()).toEqual([])
  ports.clock.set(at('2026-11-25'))
  await Promise.all([writeDigests(ports), writeDigests(ports)])
  expect(told()).toEqual([['acc-li', '2026-11-25', '张三'], ['acc-wang', '2026-11-25', '李四']])
  ports.clock.set(at('2026-11-28'))
  await writeDigests(ports)
  ports.clock.set(at('2026-12-02'))
  await writeDigests(ports)
  expect(told()).toHaveLength(4)
})
