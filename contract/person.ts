import * as v from 'valibot'
import { employmentSchema, presenceSchema } from '../domain/person/person'
import { certificateEntry } from './certificate'
import { command, query } from './operation'
import { count, done, id, keyword, named, pageOf, paging, text } from './shapes'

/** What is filled in (B27); its values are judged by `checkPerson` in domain/person/person-form, at the field. */
export const personForm = v.strictObject({ staffNumber: text(40), name: text(60), departmentId: v.union([id, v.literal('')]), title: text(60), employment: employmentSchema })
export type PersonForm = v.InferOutput<typeof personForm>

export const personRow = v.strictObject({
  id, staffNumber: v.string(), name: v.string(), department: named, title: v.string(), employment: employmentSchema, presence: presenceSchema,
})
export type PersonRow = v.InferOutput<typeof personRow>

/** People the caller may see, by name; the keyword is met by 姓名, its pinyin and 工号. */
export const listPeople = query('person.list', {
  input: v.strictObject({ keyword, departmentId: v.optional(id), presence: v.optional(presenceSchema), employment: v.optional(employmentSchema), ...paging }),
  output: pageOf(personRow),
  may: 'person.read',
})

/** Certificates of one kind of tie that a page shows. */
export const MOST_SHOWN = 100

/** A person with everything that a leave or a move touches. Failure: not-found. */
export const getPerson = query('person.get', {
  input: v.strictObject({ id }),
  output: v.strictObject({
    person: personRow,
    version: count,
    account: v.nullable(v.strictObject({ id, name: v.string(), loginName: v.string(), active: v.boolean(), successor: v.nullable(named) })),
    /** Certificates that are his. */
    certificates: v.array(certificateEntry),
    /** Certificates with his name that belong to nobody's record yet: another person of that name may hold them. */
    namesakes: v.array(certificateEntry),
    /** Certificates that tell his account. */
    told: v.array(certificateEntry),
    /** How many there are of each, when more than are shown. */
    counts: v.strictObject({ certificates: count, namesakes: count, told: count }),
    mayWrite: v.boolean(),
    /** The caller may switch his account off. */
    maySwitchOff: v.boolean(),
  }),
  may: 'person.read',
})

/**
 * A new person (`id` null) or a changed one; 科室 of a known person changes by `person.transfer`.
 * Failures: invalid-input {fields}, not-found, forbidden, person.changed-meanwhile {version}, person.staff-number-taken {name}, department.not-found.
 */
export const savePerson = command('person.save', {
  input: v.strictObject({ id: v.nullable(id), version: count, form: personForm }),
  output: v.strictObject({ id, version: count }),
  may: 'person.write',
})

/**
 * 在岗, 暂离, 离职. With 离职 his account may be switched off in the same step; `successorId` is told in its place (B20), null: nobody.
 * Failures: not-found, forbidden, person.changed-meanwhile {version}, and those of `account.switch-off`.
 */
export const setPresence = command('person.set-presence', {
  input: v.strictObject({ id, version: count, presence: presenceSchema, account: v.nullable(v.strictObject({ successorId: v.nullable(id) })) }),
  output: v.strictObject({ version: count }),
  may: 'person.write',
})

/**
 * 转科: the record moves, and the scope of his account with it if the caller may change that account; certificates stay with their devices.
 * Failures: not-found, forbidden, person.changed-meanwhile {version}, person.same-department, department.not-found.
 */
export const transferPerson = command('person.transfer', {
  input: v.strictObject({ id, version: count, departmentId: id }),
  output: v.strictObject({ version: count, accountMoved: v.boolean() }),
  may: 'person.write',
})

/**
 * Says that a certificate with his name is his (or, `theirs` false, that it is not). Failures: not-found, forbidden, person.other-name,
 * person.claimed-already.
 */
export const claimCertificate = command('person.claim', {
  input: v.strictObject({ id, certificateId: id, theirs: v.boolean() }),
  output: done,
  may: 'person.write',
})
