import * as v from 'valibot'
import { roleSchema } from '../domain/account/role'
import { LIKENESSES } from '../domain/person/likeness'
import { attachmentView } from './attachment'
import { certificateEntry } from './certificate'
import { command, query } from './operation'
import { count, day, id, instant, keyword, named, nothing, optionalDay } from './shapes'

/** Why one is proposed for the other, the strongest first; none: found by the keyword. */
const why = v.array(v.picklist(LIKENESSES))

/** Proposals that are shown at once. */
export const MOST_PROPOSED = 20

/** Accounts without a person that may be this person's, the likeliest first; with a keyword all that it finds (B27). Failure: not-found. */
export const accountsForPerson = query('person.accounts', {
  input: v.strictObject({ id, keyword }),
  output: v.strictObject({ rows: v.array(v.strictObject({ id, name: v.string(), loginName: v.string(), role: roleSchema, department: v.string(), why })) }),
  may: 'account.write',
})

/** The same seen from the account: people who have none. Failure: not-found. */
export const peopleForAccount = query('account.people', {
  input: v.strictObject({ id, keyword }),
  output: v.strictObject({ rows: v.array(v.strictObject({ id, version: count, name: v.string(), staffNumber: v.string(), title: v.string(), department: v.string(), why })) }),
  may: 'account.write',
})

/**
 * Says that this account is this person's (B27), or with `accountId` null that he has none. One account per person and one person per account.
 * Failures: not-found, person.changed-meanwhile {version}, person.has-account {loginName}, person.account-taken, person.has-left, person.no-account, account.above-you.
 */
export const linkAccount = command('person.link-account', {
  input: v.strictObject({ id, version: count, accountId: v.nullable(id) }),
  output: v.strictObject({ version: count }),
  may: 'account.write',
})

/** A renewal of it that waits for 设备科 or 科室负责人 (B16). */
export const waitingView = v.strictObject({ id, by: v.string(), at: instant })

/** 我的证书: certificates of the caller's own person record, soonest first, whichever department their devices are in; `person` null: he has none. */
export const myCertificates = query('certificate.mine', {
  input: nothing,
  output: v.strictObject({
    today: day,
    person: v.nullable(v.strictObject({ id, name: v.string(), staffNumber: v.string(), title: v.string(), department: v.nullable(named) })),
    rows: v.array(v.strictObject({
      entry: certificateEntry, issuedOn: optionalDay, attachments: v.array(attachmentView), waiting: v.nullable(waitingView),
      /** He may open its page: it lies in his scope. */
      mayOpen: v.boolean(),
    })),
  }),
  may: 'certificate.read',
  own: true,
})
export type MyCertificate = v.InferOutput<typeof myCertificates.output>['rows'][number]
