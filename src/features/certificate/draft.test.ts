import * as v from 'valibot'
import { emptyForm } from '../../../domain/certificate/certificate'
import { chosenDevices, draftSchema, isDirty, newDraft, onTopOf, splitOff, stagedIds, withAttachment, withDevices, withForm, type Draft, type LoadedCertificate } from './draft'

const device = (id: string) => ({ id, code: id, name: `设备${id}`, department: { id: 'd', name: '影像中心' } })
const file = (id: string) => ({ id, name: 'a.jpg', type: 'image/jpeg' as const, bytes: 1, url: `https://files/${id}` })
const stored = (draft: Draft): unknown => JSON.parse(JSON.stringify(draft))

test('what is half typed survives being stored: an empty lead and a day that is none yet', () => {
  const draft = withForm(newDraft([device('1')]), { ...newDraft().form, deviceIds: ['1'], leadDays: NaN, expiresOn: '0002-01-06' })
  expect(v.parse(draftSchema, stored(draft))).toEqual(draft)
})

test('a stored thing of another shape is no draft', () => {
  expect(v.is(draftSchema, { form: {} })).toBe(false)
})

test('a device linked from its own page is no change yet', () => {
  expect(isDirty(newDraft([device('1')]))).toBe(false)
  expect(isDirty(withDevices(newDraft(), [device('1')]))).toBe(true)
})

test('S13: linked devices are shown in the order in which they were chosen', () => {
  expect(chosenDevices(withDevices(newDraft([device('1')]), [device('2'), device('1')])).map(({ id }) => id)).toEqual(['2', '1'])
})

test('S32: only files that are on no certificate yet are staged', () => {
  const draft = { ...newDraft(), base: { ...emptyForm(), attachmentIds: ['old'] }, form: { ...emptyForm(), attachmentIds: ['old'] } }
  expect(stagedIds(withAttachment(draft, file('new')))).toEqual(['new'])
})

test('on top of somebody else’s version the cards of both are known', () => {
  const theirs = {
    id: 'c', version: 4, form: { ...emptyForm(), deviceIds: ['2'] }, devices: [device('2')], attachments: [], recipients: [],
  } as unknown as LoadedCertificate
  const mine = { ...withDevices({ ...newDraft(), id: 'c', version: 3 }, [device('1')]) }
  const { draft, clashes } = onTopOf(mine, theirs)
  expect(draft).toMatchObject({ id: 'c', version: 4, form: { deviceIds: ['1'] } })
  expect(draft.devices.map(({ id }) => id)).toEqual(['1', '2'])
  expect(clashes).toEqual(['deviceIds'])
})

test('S50: a certificate split off for one device has no number and no scans of the shared one', () => {
  const shared = { ...newDraft([device('1'), device('2')]), id: 'c', version: 3 }
  const alone = splitOff(withForm(shared, { ...shared.form, number: 'C1', holderName: '张三', attachmentIds: ['a'] }), '2')
  expect(alone).toMatchObject({ id: null, version: null, splitFrom: 'c', form: { deviceIds: ['2'], number: '', holderName: '张三', attachmentIds: [] } })
})
