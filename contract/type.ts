import * as v from 'valibot'
import { certificateTypeSchema } from '../domain/certificate/type'
import { command, query } from './operation'
import { count, id, nothing } from './shapes'

/** A certificate type as the hospital has it (B14, B32); `version` 0: as it is proposed, nobody edited it. */
export const typeView = v.strictObject({ ...certificateTypeSchema.entries, version: count })
export type TypeView = v.InferOutput<typeof typeView>

/** Every type, those in use and those switched off; proposals first, in a fixed order. `note` is said beside each 依据. */
export const listTypes = query('type.list', { input: nothing, output: v.strictObject({ types: v.array(typeView), note: v.string() }), may: 'certificate.read' })

/** One type and how many certificates are of it. Failure: not-found. */
export const getType = query('type.get', { input: v.strictObject({ id }), output: v.strictObject({ type: typeView, certificates: count }), may: 'certificate.read' })

/**
 * Saves a new type (`id` null) or an edited one. When its rules of reminding change, the plans of all its certificates are reckoned anew.
 * Failures: invalid-input {fields}, not-found, type.changed-meanwhile {version}, type.name-taken.
 */
export const saveType = command('type.save', {
  input: v.strictObject({ id: v.nullable(id), version: count, type: v.omit(certificateTypeSchema, ['id']) }),
  output: v.strictObject({ id, version: count }),
  may: 'settings.write',
})
