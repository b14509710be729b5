import { checkRecord, type RecordForm } from './record'

const contract: RecordForm = { kind: 'maintainer', on: '2026-01-01', until: '2026-12-31', title: '服务商测试1', person: '', phone: '', note: '' }

describe('what is on record of a device', () => {
  test('S53: a 维保商 has a name, and its contract does not end before it begins', () => {
    expect(checkRecord(contract)).toEqual({})
    expect(checkRecord({ ...contract, title: ' ', until: '2025-12-31' })).toEqual({ title: 'record.company-missing', until: 'record.ends-before-begin' })
    expect(checkRecord({ ...contract, until: '2026-01-01' })).toEqual({})
  })

  test('S48: an entry of 历史工单 says what was done', () => {
    expect(checkRecord({ ...contract, kind: 'service', title: '' })).toEqual({ title: 'record.kind-missing' })
  })
})
