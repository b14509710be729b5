import * as v from 'valibot'
import { personal } from '../domain/account/personal-mark'
import { MAX_ATTACHMENT_NAME } from '../domain/attachment/attachment'
import { mediaType } from './attachment'
import { EXPORTS, LINKS } from './hourly'
import { command, query } from './operation'
import { count, day, id, optionalDay, pageOf, paging, text } from './shapes'

/** What a review pack is about: certificates as they stood on a day, of a 科室 with what is below it, a 设备类型, a 证件类型. */
export const packFilters = v.strictObject({ on: day, departmentId: v.optional(id), deviceType: v.optional(text(40)), typeId: v.optional(id) })

/** `path`: where it lies in the pack. */
const packedScan = v.strictObject({ certificateId: id, attachmentId: id, path: v.string(), name: text(MAX_ATTACHMENT_NAME), type: mediaType, bytes: count })
export type PackedScan = v.InferOutput<typeof packedScan>

/**
 * The book of a review pack (B17) and what scans belong to it; who took it is on record. The app asks for the scans by `review.scans`, writes `stamp`
 * across each and packs them. `url` is good for ten minutes. Failures: export.nothing, review.too-many {rows, max}, review.too-large {megabytes, max}.
 */
export const makePack = command('review.pack', {
  input: packFilters,
  output: v.strictObject({ name: v.string(), book: v.strictObject({ name: v.string(), url: v.string() }), stamp: v.string(), certificates: count, scans: v.array(packedScan) }),
  may: 'review.pack',
  fresh: true,
  hourly: EXPORTS,
})

/** Scans that are asked for at once: links live ten minutes. */
export const SCANS_AT_ONCE = 20

/** Links to scans of certificates, of whatever cycle; '' for a picture that is hidden (`attachmentView`). Failure: not-found, for all when one is not the caller's to see. */
export const packScans = query('review.scans', {
  input: v.strictObject({ scans: v.pipe(v.array(v.strictObject({ certificateId: id, attachmentId: id })), v.minLength(1), v.maxLength(SCANS_AT_ONCE)) }),
  output: v.strictObject({ urls: v.array(v.string()) }),
  may: 'review.pack',
  hourly: LINKS,
})

/**
 * What a pack says at a glance: certificates that stood on the day, how many were valid, how many end within 90 days after it, their scans, devices with
 * fewer holders than they demand, and 持证率 in tenths of a percent (null: nobody needs anything). Failure: review.too-many {rows, max}.
 */
export const outlinePack = query('review.outline', {
  input: packFilters,
  output: v.strictObject({ certificates: count, valid: count, soon: count, scans: count, bare: count, rate: v.nullable(count) }),
  may: 'review.pack',
})

const heldPaper = v.strictObject({
  certificateId: id, holder: v.string(), type: v.string(), number: v.pipe(v.string(), personal('number')), issuedOn: optionalDay, expiresOn: optionalDay, longTerm: v.boolean(), valid: v.boolean(),
  scans: v.array(v.strictObject({ attachmentId: id, name: v.string(), type: mediaType })),
})
/** A device with who had a certificate for it on the day, the valid ones first. `holders`: people who may have operated it; `wanted`: as many as it demands. */
const packRow = v.strictObject({ id, code: v.string(), name: v.string(), department: v.string(), wanted: count, holders: count, papers: v.array(heldPaper) })
export type PackRow = v.InferOutput<typeof packRow>
export type HeldPaper = PackRow['papers'][number]

/** The devices of a pack with their holders and certificates as of the day (B17). */
export const packDevices = query('review.devices', { input: v.strictObject({ ...packFilters.entries, ...paging }), output: pageOf(packRow), may: 'review.pack' })
