import { operations } from '../operations'
import { BIRTH_MONTH, RECORD_PHONE } from './hospital-docs'
import { at } from './recipes/recipe'
import { RECIPES } from './recipes/every'
import { openWorld, type World } from './world'
import { readSheet } from '../../../cloud/sheets/read-sheet'
import type { OutputOf } from '../../../contract/operation'
import type { exportCertificates } from '../../../contract/sheet'

/** Architecture §8: full 证件号, 出生年月 and 手机号 are told to those who need them, and to nobody else. */

const PLAIN = [BIRTH_MONTH, RECORD_PHONE, '13800000001', 'cert-机密ax', 'handled-机密ax', 'cert-机密ay', 'handled-机密ay', 'renewed-机密ax']
/** Asked for whole, fresh, and put on record. */
const ASKED_WHOLE = ['certificate.unmask']
const REQUEST = 'request-000000000001'
const ask = (world: World, who: string, operation: string, input: unknown) => world.ask(`o-${who}`, { operation, input, requestId: REQUEST })

test.each(operations.map(({ operation }) => [operation.name, operation] as const))('%s tells 只读 and 审计员 no plain number', async (name) => {
  for (const who of ['a-viewer-x', 'a-auditor-x']) {
    for (const input of RECIPES[name]?.inputs(at({ institution: 'a', department: 'x', owner: who })) ?? []) {
      const told = JSON.stringify(await ask(openWorld(), who, name, input))
      if (!ASKED_WHOLE.includes(name)) expect(PLAIN.filter((plain) => told.includes(plain))).toEqual([])
    }
  }
})

test('whoever works with certificates is told their numbers as they are', async () => {
  const world = openWorld()
  expect(JSON.stringify(await ask(world, 'a-staff-x', 'certificate.get', { id: 'a-cert-x' }))).toContain('"number":"cert-机密ax"')
  expect(JSON.stringify(await ask(world, 'a-staff-x', 'certificate.get', { id: 'a-cert-x' }))).toContain(`"birthMonth":"${BIRTH_MONTH}"`)
  expect(JSON.stringify(await ask(world, 'a-viewer-x', 'certificate.list', {}))).toContain('"number":"cer****密ax"')
})

test('只读 may ask for the whole of one certificate of his department, and that he looked is on record', async () => {
  const world = openWorld()
  expect(await ask(world, 'a-viewer-x', 'certificate.unmask', { id: 'a-cert-x' })).toMatchObject({ ok: true, data: { number: 'cert-机密ax', birthMonth: BIRTH_MONTH } })
  expect(await ask(world, 'a-viewer-x', 'certificate.unmask', { id: 'a-cert-y' })).toMatchObject({ ok: false, code: 'not-found' })
  expect(world.store.all('audit').filter(({ operation }) => operation === 'certificate.unmask').map(({ accountId, subject }) => [accountId, subject])).toEqual([['a-viewer-x', 'a-cert-x']])
})

test('a file that 只读 takes holds no plain number either', async () => {
  const world = openWorld()
  const reply = await ask(world, 'a-viewer-x', 'certificate.export', {})
  const { url } = (reply as { data: OutputOf<typeof exportCertificates> }).data
  const bytes = world.files.get(url.slice('https://link.example/'.length)) ?? new Uint8Array()
  const text = JSON.stringify(await readSheet(bytes, [{ key: 'number', header: '证件号' }]))
  expect(text).toContain('cer****密ax')
  expect(PLAIN.filter((plain) => text.includes(plain))).toEqual([])
})
