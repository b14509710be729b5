import type { JobDoc } from '../../../cloud/repositories/jobs'
import { accountImport } from './account-import'
import { certificateChange } from './certificate-change'
import { certificateImport } from './certificate-import'
import { deviceImport } from './device-import'
import { dictionaryChange } from './dictionary-change'
import { dictionaryImport } from './dictionary-import'
import { handOver } from './hand-over'
import type { JobKind } from './kind'
import { personImport } from './person-import'

/** Every kind that can be worked; a kind is one file. */
const KINDS: Readonly<Partial<Record<JobDoc['kind'], JobKind>>> = {
  'account-import': accountImport,
  'certificate-change': certificateChange,
  'certificate-import': certificateImport,
  'device-import': deviceImport,
  'dictionary-change': dictionaryChange,
  'dictionary-import': dictionaryImport,
  'hand-over': handOver,
  'person-import': personImport,
}

/** A job whose kind nobody knows was written by a newer edition than this one. */
export function kindOf({ kind }: Pick<JobDoc, 'kind'>): JobKind {
  const found = KINDS[kind]
  if (!found) throw new TypeError(`no kind of job is called ${kind}`)
  return found
}

export const canUndo = ({ kind }: Pick<JobDoc, 'kind'>): boolean => KINDS[kind]?.undo !== undefined
