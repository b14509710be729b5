import * as v from 'valibot'
import { personal } from '../domain/account/personal-mark'
import { ORIGINAL_LIMITS } from '../domain/certificate/original'
import { TYPE_LIMITS } from '../domain/certificate/type'
import { command, query } from './operation'
import { count, day, id, nothing, text } from './shapes'

const loan = v.strictObject({ borrower: v.string(), lentOn: day, dueOn: day })
const versioned = { certificateId: id, version: count }
const saved = v.strictObject({ version: count })

/** 原件 of a certificate (B36): where it lies, who has it, and which papers for its review are at hand. `version` 0: nobody said anything yet. */
export const getOriginal = query('original.get', {
  input: v.strictObject({ certificateId: id }),
  output: v.strictObject({ place: v.string(), loan: v.nullable(loan), papers: v.array(v.strictObject({ name: v.string(), have: v.boolean() })), version: count, mayWrite: v.boolean() }),
  may: 'certificate.read',
})
/** `have`: the papers that are at hand now. Failure: original.changed-meanwhile. */
export const saveOriginal = command('original.save', {
  input: v.strictObject({ ...versioned, place: text(ORIGINAL_LIMITS.place), have: v.pipe(v.array(text(TYPE_LIMITS.paper)), v.maxLength(TYPE_LIMITS.papers)) }),
  output: saved,
  may: 'certificate.write',
})
/** 借出. Failures: original.changed-meanwhile, original.lent-already {borrower}, invalid-input {fields}. */
export const lendOriginal = command('original.lend', { input: v.strictObject({ ...versioned, borrower: text(ORIGINAL_LIMITS.borrower), dueOn: day }), output: saved, may: 'certificate.write' })
/** 归还. Failures: original.changed-meanwhile, original.not-lent. */
export const takeBackOriginal = command('original.take-back', { input: v.strictObject(versioned), output: saved, may: 'certificate.write' })

const loanRow = v.strictObject({ id, holderName: v.string(), type: v.string(), number: v.pipe(v.string(), personal('number')), place: v.string(), ...loan.entries, daysLate: v.number() })
export type LoanRow = v.InferOutput<typeof loanRow>
/** What is lent out now, the longest due first. */
export const listLoans = query('original.loans', { input: nothing, output: v.strictObject({ rows: v.array(loanRow), today: day }), may: 'certificate.read' })
