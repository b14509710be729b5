import { HANDLING_LIMITS, type HandlingKind } from '../../../../domain/certificate/handling'
import { CheckRow } from '../../../ui/choice-row'
import { DateField } from '../../../ui/date-field'
import { Box } from '../../../ui/plain'
import { TextAreaField } from '../../../ui/text-area-field'
import { TextField } from '../../../ui/text-field'
import { FileDrop } from '../form/file-drop'
import type { HandlingWay } from '../handling-options'
import { TransferFields } from './transfer-fields'
import type { HandlingDesk } from './use-handling'

interface Props {
  desk: HandlingDesk
}

const Renewed = ({ desk, planned }: Props & { planned: boolean }) => {
  const { draft, set, files, uploads } = desk
  return (
    <Box>
      {!planned && <TextField label='证件号' value={draft.number} maxLength={60} error={desk.errorOf('number')} onChange={(number) => set({ number })} />}
      <DateField label={planned ? '完成日期' : '签发日期'} value={draft.issuedOn} onChange={(issuedOn) => set({ issuedOn })} />
      {!draft.longTerm && <DateField label={planned ? '下次到期' : '新有效期至'} value={draft.expiresOn} error={desk.errorOf('expiresOn')} onChange={(expiresOn) => set({ expiresOn })} />}
      {!planned && <CheckRow text='长期有效' chosen={draft.longTerm} last onClick={() => set({ longTerm: !draft.longTerm })} />}
      <FileDrop files={files} uploads={uploads} onRemove={desk.removeFile} />
    </Box>
  )
}

const Until = ({ desk, kind, label }: Props & { kind: HandlingKind; label: string }) => {
  const { min, max } = desk.range(kind)
  return <DateField label={label} last value={desk.draft.until} min={min} max={max ?? undefined} error={desk.errorOf('until')} onChange={(until) => desk.set({ until })} />
}

const Review = ({ desk }: Props) => (
  <Box>
    <TextField label='受理号' value={desk.draft.reference} maxLength={HANDLING_LIMITS.reference} onChange={(reference) => desk.set({ reference })} />
    <Until desk={desk} kind='review' label='不提醒至' />
  </Box>
)

const Note = ({ desk, label }: Props & { label: string }) => (
  <TextAreaField label={label} last value={desk.draft.note} maxLength={HANDLING_LIMITS.note} error={desk.errorOf('note')} onChange={(note) => desk.set({ note })} />
)

/** What each way asks for, opened in place under its row. */
export const HandlingFields = ({ desk, kind, planned }: Props & { kind: HandlingWay; planned: boolean }) => {
  switch (kind) {
    case 'renewed': return <Renewed desk={desk} planned={planned} />
    case 'review': return <Review desk={desk} />
    case 'snoozed': return <Until desk={desk} kind='snoozed' label='暂缓至' />
    case 'transferred': return <TransferFields desk={desk} />
    case 'revoked': return <Note desk={desk} label='说明' />
    case 'noted': return <Note desk={desk} label='原因' />
  }
}
