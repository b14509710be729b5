import fc from 'fast-check'
import { DEVICE_OPERATOR } from '../certificate/type'
import { checkSubmission } from './form'
import { noticeOf } from './notice'
import { obstacleOf, type ObstacleFacts } from './obstacle'
import { SUBMISSION_STATES, type SubmissionForm } from './submission'
import { refusalOfTurn, STATE_AFTER } from './turn'

const TODAY = '2026-11-25'
const form = (over: Partial<SubmissionForm> = {}): SubmissionForm => ({
  typeId: 'device-operator', deviceIds: [], holderName: '', number: '', issuer: '', issuedOn: '2026-11-20', expiresOn: '2030-11-19', longTerm: false, note: '', attachmentIds: ['p1'], ...over,
})
const renewal = (over: Partial<SubmissionForm>) => checkSubmission(form(over), { kind: 'renewal', today: TODAY, type: DEVICE_OPERATOR, oldExpiry: '2026-11-25' })
const fresh = (over: Partial<SubmissionForm>) => checkSubmission(form(over), { kind: 'new', today: TODAY, type: DEVICE_OPERATOR, oldExpiry: null })

test('B16: a renewal asks for a photo and a later last day; whom it is about stands on the certificate already', () => {
  expect(renewal({})).toEqual({})
  expect(renewal({ attachmentIds: [] })).toEqual({ attachmentIds: 'submission.photo-missing' })
  expect(renewal({ expiresOn: '2026-11-25' })).toEqual({ expiresOn: 'handling.expiry-not-later' })
  expect(renewal({ expiresOn: null })).toEqual({ expiresOn: 'certificate.expiry-missing' })
  expect(renewal({ expiresOn: null, longTerm: true })).toEqual({})
  expect(renewal({ issuedOn: '2031-01-01' })).toEqual({ expiresOn: 'certificate.expires-before-issue' })
})

test('B16, S31: a new certificate asks for what its type demands as well', () => {
  expect(fresh({ number: 'C1', deviceIds: ['d1'] })).toEqual({})
  expect(fresh({})).toMatchObject({ deviceIds: 'certificate.devices-missing', number: 'certificate.number-or-name-missing' })
  expect(fresh({ holderName: '王五', deviceIds: Array.from({ length: 31 }, (_, index) => `d${index}`) })).toEqual({ deviceIds: 'certificate.too-many-devices' })
})

const TURNS = ['resubmitted', 'returned', 'approved', 'withdrawn'] as const

test('B16: nobody decides on what he handed in himself, nobody else takes it back, and what is decided stays decided', () => {
  fc.assert(fc.property(fc.constantFrom(...TURNS), fc.constantFrom(...SUBMISSION_STATES), fc.boolean(), (turn, state, own) => {
    const refusal = refusalOfTurn(turn, { state, byAccountId: 'me' }, { accountId: own ? 'me' : 'other', reason: '原因' })
    const reviews = turn === 'returned' || turn === 'approved'
    if (reviews === own) expect(refusal).toBe(own ? 'submission.own' : 'submission.not-own')
    else if (state === 'approved' || state === 'withdrawn') expect(refusal).toBe('submission.settled')
    else if (refusal === null) expect(STATE_AFTER[turn]).not.toBe(state)
  }))
  expect(refusalOfTurn('returned', { state: 'waiting', byAccountId: 'me' }, { accountId: 'other', reason: ' \u3000' })).toBe('submission.reason-missing')
})

const facts = (over: Partial<ObstacleFacts>): ObstacleFacts => ({
  certificate: { cycle: 2, revoked: false }, isRenewal: true, cycle: 2, devicesMissing: false, devicesRetired: false, personLeft: false, typeGone: false, ...over,
})

test('B16: what changed meanwhile stands in the way; devices and types only in that of a new certificate', () => {
  expect(obstacleOf(facts({ devicesMissing: true, devicesRetired: true, typeGone: true }))).toBeNull()
  expect(obstacleOf(facts({ certificate: null }))).toBe('certificate-gone')
  expect(obstacleOf(facts({ certificate: { cycle: 3, revoked: false } }))).toBe('certificate-renewed')
  expect(obstacleOf(facts({ certificate: { cycle: 2, revoked: true } }))).toBe('certificate-revoked')
  expect(obstacleOf(facts({ personLeft: true }))).toBe('person-left')
  const one = { isRenewal: false, certificate: null }
  expect([{ typeGone: true }, { devicesMissing: true }, { devicesRetired: true }, {}].map((over) => obstacleOf(facts({ ...one, ...over })))).toEqual(['type-gone', 'device-gone', 'device-retired', null])
})

test('B16: 消息 says who did what, and no 证件号', () => {
  const about = { kind: 'renewal' as const, by: '李四', holderName: '王五', typeName: '设备操作证', expiresOn: '2030-11-19', reason: '照片不清楚' }
  expect(noticeOf({ ...about, turn: 'submitted', by: '王五' })).toEqual({ title: '王五提交了换证，待审核', text: '王五的设备操作证，有效期至 2030-11-19。请核对照片后通过或退回。' })
  expect(noticeOf({ ...about, turn: 'returned' })).toEqual({ title: '您提交的换证被退回', text: '王五的设备操作证：照片不清楚（李四）。请改好后再次提交。' })
  expect(noticeOf({ ...about, turn: 'approved', expiresOn: null }).text).toBe('王五的设备操作证，长期有效。李四 审核通过，提醒按新的有效期重新开始。')
})
