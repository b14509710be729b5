import { replaceWith } from '../../../platform/navigate'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { splitOff, type Draft } from '../draft'
import { dropDraft, draftKey, putDraft, type Opening } from '../draft-desk'

interface Props {
  draft: Draft
  opening: Opening
  accountId: string
}

/** A shared certificate is changed for all its devices: said, and from one device's page a certificate of its own is offered (S50). */
export const SharedNotice = ({ draft, opening, accountId }: Props) => {
  const { id, deviceId } = opening
  const devices = draft.base.deviceIds
  if (id === null || devices.length < 2) return null
  const split = (only: string) => {
    putDraft(draftKey(accountId, { id: null, deviceId: only }), splitOff(draft, only))
    dropDraft(draftKey(accountId, opening))
    replaceWith('/pages/certificate/record/edit', { deviceId: only })
  }
  return (
    <Notice>
      {`这张证关联 ${devices.length} 台设备，改动对每台都生效。`}
      {deviceId !== null && devices.includes(deviceId) && <Button kind='text' onClick={() => split(deviceId)}>仅本设备另存</Button>}
    </Notice>
  )
}
