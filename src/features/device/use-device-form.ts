import { useState } from 'react'
import { createDevice, type DeviceRow } from '../../../contract/device'
import { checkDevice, emptyDeviceFields, type DeviceFields } from '../../../domain/device/device'
import { failureWords } from '../../platform/failure-words'
import { useCommand } from '../../platform/use-operation'
import { dropDraft, keepDraft, keptDraft } from './device-draft'
import { refusedFields } from './refused-fields'
import { DEVICE_FAILURES, fieldWords } from './wording'

export interface DeviceForm {
  fields: DeviceFields
  set: (part: Partial<DeviceFields>) => void
  /** The sentence for a field that is wrong; nothing before the first try to save. */
  errorOf: (field: keyof DeviceFields) => string | undefined
  wrong: readonly string[]
  /** Answers the new device, or `null` when it was not saved. */
  save: () => Promise<DeviceRow | null>
  busy: boolean
  /** What is wrong with the whole; '' when it is said at the fields. */
  failure: string
  /** What is typed was found again from an earlier visit. */
  restored: boolean
  clear: () => void
}

/** 新增设备档案 (S44): checked with the server's own rule, told at the field, kept until it is saved. */
export function useDeviceForm(accountId: string): DeviceForm {
  const [kept] = useState(() => keptDraft(accountId))
  const [fields, setFields] = useState(kept ?? emptyDeviceFields)
  const [restored, setRestored] = useState(kept !== null)
  const [tried, setTried] = useState(false)
  const { run, busy, failure, clear: forget } = useCommand(createDevice)

  const put = (next: DeviceFields) => {
    setFields(next)
    keepDraft(accountId, next)
    if (failure !== null) forget()
  }
  const theirs = refusedFields(failure)
  const codes: Record<string, string> = { ...theirs, ...(tried ? checkDevice(fields) : {}) }

  return {
    fields, busy, restored,
    set: (part) => put({ ...fields, ...part }),
    errorOf: (field) => (codes[field] === undefined ? undefined : fieldWords(codes[field])),
    wrong: Object.keys(codes),
    failure: failure === null || Object.keys(theirs).length > 0 ? '' : failureWords(failure.code, failure.detail, DEVICE_FAILURES),
    async save() {
      setTried(true)
      if (Object.keys(checkDevice(fields)).length > 0) return null
      const saved = await run({ fields })
      if (saved !== null) dropDraft(accountId)
      return saved?.device ?? null
    },
    clear() {
      put(emptyDeviceFields())
      setRestored(false)
      setTried(false)
    },
  }
}
