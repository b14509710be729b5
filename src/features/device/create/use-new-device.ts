import { useState } from 'react'
import { createDevice, type DeviceRow } from '../../../../contract/device'
import type { DeviceFields } from '../../../../domain/device/device'
import type { CallFailure } from '../../../platform/call-failure'
import { failureWords } from '../../../platform/failure-words'
import { useToday } from '../../../platform/server-clock'
import { storage } from '../../../platform/storage'
import { useCommand } from '../../../platform/use-operation'
import { usePaperTypes, type PaperTypes } from '../papers/use-paper-types'
import { DEVICE_FAILURES, fieldWords } from '../wording'
import { emptyNewDevice, readNewDevice, toSend, type NewDevice } from './new-device'
import { codesOf, firstWrong, refusedCodes, type Codes, type CodesByPart, type Part } from './tab-codes'

export interface ArchiveForm {
  fields: DeviceFields
  set: (part: Partial<DeviceFields>) => void
  /** The sentence for a field that is wrong; nothing before the first try to save. */
  errorOf: (field: keyof DeviceFields) => string | undefined
}

export interface NewDeviceForm extends ArchiveForm {
  device: NewDevice
  types: PaperTypes
  put: (change: (device: NewDevice) => NewDevice) => void
  /** What is wrong with one part, by field; nothing before the first try to save. */
  codesIn: (part: Part) => Codes
  wrong: Part | undefined
  /** The last refusal, until something is changed. */
  refusal: CallFailure | null
  /** Answers the new device, or where the first thing is that is wrong; `null` when it was refused as a whole. */
  save: () => Promise<DeviceRow | Part | null>
  busy: boolean
  /** What is wrong with the whole; '' when it is said at the fields. */
  failure: string
  /** What is typed was found again from an earlier visit. */
  restored: boolean
  clear: () => void
}

/** One draft per person: who logs in next on the same device never sees it. */
const keyOf = (accountId: string): string => `device-draft:${accountId}`

const NOTHING: Codes = {}

/** What is typed, kept on this device until it is saved or dropped. */
function useKept(accountId: string) {
  const [kept] = useState(() => readNewDevice(storage.read(keyOf(accountId))))
  const [device, setDevice] = useState(kept ?? emptyNewDevice)
  const [restored, setRestored] = useState(kept !== null)
  return {
    device, restored,
    put: (change: (device: NewDevice) => NewDevice) => setDevice((before) => {
      const next = change(before)
      if (JSON.stringify(next) === JSON.stringify(emptyNewDevice())) storage.remove(keyOf(accountId))
      else storage.write(keyOf(accountId), next)
      return next
    }),
    found: () => setRestored(false),
    drop: () => storage.remove(keyOf(accountId)),
  }
}

const union = (a: CodesByPart, b: CodesByPart): CodesByPart =>
  Object.fromEntries([...new Set([...Object.keys(a), ...Object.keys(b)])].map((part) => [part, { ...a[part as Part], ...b[part as Part] }]))

/** 新增设备档案 (S44–S46): checked with the server's own rules, told at the field and in its tab, kept until it is saved. */
export function useNewDevice(accountId: string): NewDeviceForm {
  const { device, restored, put, found, drop } = useKept(accountId)
  const types = usePaperTypes()
  const today = useToday()
  const [tried, setTried] = useState(false)
  const { run, busy, failure, clear: forget } = useCommand(createDevice)
  const own = codesOf(device, { named: types.named, today })
  const theirs = refusedCodes(failure)
  const codes = union(theirs, tried ? own : {})
  const change: NewDeviceForm['put'] = (how) => {
    put(how)
    if (failure !== null) forget()
  }
  return {
    device, types, busy, restored, fields: device.fields, put: change,
    set: (part) => change((before) => ({ ...before, fields: { ...before.fields, ...part } })),
    errorOf: (field) => (codes.archive?.[field] === undefined ? undefined : fieldWords(codes.archive[field])),
    codesIn: (part) => codes[part] ?? NOTHING,
    wrong: firstWrong(codes),
    refusal: failure,
    failure: failure === null || firstWrong(theirs) ? '' : failureWords(failure.code, failure.detail, DEVICE_FAILURES),
    async save() {
      setTried(true)
      const first = firstWrong(own)
      if (first) return first
      const saved = await run(toSend(device, types.named))
      if (saved !== null) drop()
      return saved?.device ?? null
    },
    clear() {
      change(emptyNewDevice)
      found()
      setTried(false)
    },
  }
}
