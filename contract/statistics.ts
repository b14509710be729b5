import * as v from 'valibot'
import { GROUPINGS } from '../domain/statistics/holding'
import { needSchema } from '../domain/statistics/need'
import { CHANNELS } from '../domain/reminder/channel'
import { EXPORTS } from './hourly'
import { handedOut } from './import'
import { command, query } from './operation'
import { count, day, id, nothing, text } from './shapes'

const grouping = v.picklist(GROUPINGS)
/** One percentage: how many hold all they need, how many lack something, and who is 暂离. `rate` in tenths of a percent; null: nobody needs anything. */
const share = v.strictObject({ key: v.string(), name: v.string(), rate: v.nullable(count), holding: count, lacking: count, away: count })
export type Share = v.InferOutput<typeof share>

const onDay = { on: v.optional(day), departmentId: v.optional(id) }

/**
 * 持证率 on a day, today or any past one (B31), within what the caller sees. `needs`: how many rules there are; `unlinked`: valid certificates
 * with a holder's name that belong to nobody's record, which count for nobody.
 */
export const holdingRates = query('statistics.holding', {
  input: v.strictObject(onDay),
  output: v.strictObject({ on: day, today: day, needs: count, unlinked: count, all: share, department: v.array(share), deviceType: v.array(share), type: v.array(share) }),
  may: 'person.read',
})

const who = v.strictObject({ id, name: v.string(), staffNumber: v.string(), department: v.string(), /** What he lacks, in words. */ lacks: v.array(v.string()) })
export type Who = v.InferOutput<typeof who>
/** Both lists behind one percentage, and who is 暂离 (B31). `grouping` null: of all. */
export const holdingPeople = query('statistics.people', {
  input: v.strictObject({ ...onDay, grouping: v.nullable(grouping), key: text(128) }),
  output: v.strictObject({ holding: v.array(who), lacking: v.array(who), away: v.array(who) }),
  may: 'person.read',
})

/** Both lists as an .xlsx. Failure: export.nothing. */
export const exportHolding = command('statistics.export', { input: v.strictObject(onDay), output: v.strictObject({ ...handedOut.entries, rows: count }), may: 'person.read', fresh: true, hourly: EXPORTS })

/**
 * What reminding came to between two days, both included: messages by channel, renewals in time and late, how warnings were handled, and after how
 * many days of their warning. `medianDays` null: nothing was handled.
 */
export const remindingFigures = query('statistics.reminding', {
  input: v.strictObject({ from: day, to: day }),
  output: v.strictObject({
    channels: v.array(v.strictObject({ channel: v.picklist(CHANNELS), sent: count, failed: count, held: count })),
    renewals: v.strictObject({ inTime: count, late: count }),
    handled: v.array(v.strictObject({ kind: v.string(), count })),
    reaction: v.strictObject({ medianDays: v.nullable(count), withinWeek: count, later: count, afterExpiry: count }),
    /** There was more in these days than is read at once: figures are of the latest part. */
    partly: v.boolean(),
  }),
  may: 'health.read',
})
export type Reminding = v.InferOutput<typeof remindingFigures.output>

/** Who needs what (B31). `version` 0: nobody said it yet. */
export const getNeeds = query('statistics.needs', { input: nothing, output: v.strictObject({ needs: v.array(needSchema), version: count }), may: 'person.read' })
/** Failures: invalid-input {fields}, needs.changed-meanwhile {version}, department.not-found. */
export const saveNeeds = command('statistics.save-needs', { input: v.strictObject({ version: count, needs: v.array(needSchema) }), output: v.strictObject({ version: count }), may: 'settings.write' })
