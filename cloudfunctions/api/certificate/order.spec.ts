import { emptyForm, type CertificateForm } from '../../../domain/certificate/certificate'
import { data, keptHospital } from '../../../demo/fresh-hospital'

const ADMIN = 'wx-wangjun'

jest.setTimeout(60_000)

const hospital = keptHospital({ now: new Date('2026-11-25T01:00:00Z'), demo: false })
const ask = <T>(operation: string, input: unknown): Promise<T> => data<T>(hospital.call(ADMIN, operation, input))

const DAYS: ReadonlyArray<string | null> = ['2027-03-01', '2026-12-05', null, '2027-03-01', '2026-11-20', '2031-01-01', '2027-03-01', null]
const DEVICES = ['dev-000059', 'dev-000060']

beforeAll(async () => {
  for (const [at, expiresOn] of DAYS.entries()) {
    const form: CertificateForm = { ...emptyForm(), number: `O-${at}`, holderName: '孙八', issuer: '卫健委', issuedOn: '2026-01-01', expiresOn, longTerm: expiresOn === null, sendTime: '08:00:00', deviceIds: at % 2 === 0 ? DEVICES : [DEVICES[0]!] }
    await ask('certificate.save', { id: null, version: null, form })
  }
})

interface Row { number: string; expiresOn: string | null; deviceId?: string }
const PAGE_SIZE = 3

/** Every row of a list, page after page. */
const all = async (operation: string, filter: object): Promise<Row[]> => {
  const rows: Row[] = []
  for (let page = 1; ; page += 1) {
    const given = await ask<{ rows: Row[]; total: number }>(operation, { ...filter, page, pageSize: PAGE_SIZE })
    rows.push(...given.rows)
    if (page * PAGE_SIZE >= given.total) return rows
  }
}

const keyOf = ({ number, deviceId = '' }: Row): string => `${number} ${deviceId}`
const daysOf = (rows: readonly Row[]): string[] => rows.map(({ expiresOn }) => expiresOn ?? '长期')

test.each(['certificate.list', 'certificate.table'].flatMap((operation) => [{}, { departmentId: 'dept-ct' }, { keyword: '孙八' }, { bucket: 'ok' }, { menu: 'device-certificate' }].map((filter) => ({ operation, filter }))))(
  'S9: $operation with $filter gives every row once in either order of 有效期, 长期有效 as the farthest',
  async ({ operation, filter }) => {
    const near = await all(operation, filter)
    const far = await all(operation, { ...filter, order: 'far' })
    expect(near.length).toBeGreaterThan(0)
    expect(daysOf(near)).toEqual([...daysOf(near)].sort())
    expect(daysOf(far)).toEqual([...daysOf(near)].reverse())
    expect(new Set(far.map(keyOf)).size).toBe(far.length)
    expect(far.map(keyOf).sort()).toEqual(near.map(keyOf).sort())
  },
)
