import { isTooShortForReview, leadAfterChoice, leadForReview } from '../../../../domain/certificate/type'
import { NumberField } from '../../../ui/number-field'
import { TimeField } from '../../../ui/time-field'
import { LABELS } from './field-labels'
import type { CertificateFormDesk } from './use-certificate-form'

/** 提前预警时间(天) and 发送时间 (S27, S28). A number that is none yet is kept as such and told at the field. */
export const ReminderFields = ({ desk, last = false }: { desk: CertificateFormDesk; last?: boolean }) => {
  const { leadDays, sendTime } = desk.draft.form
  const { type } = desk.rules
  const late = !desk.draft.form.longTerm && isTooShortForReview(type, leadDays)
  return (
    <>
      <NumberField
        label={LABELS.leadDays}
        value={Number.isNaN(leadDays) ? null : leadDays}
        unit={`默认 ${leadAfterChoice(type, { days: 0, touched: false })}`}
        error={desk.errorOf('leadDays')}
        hint={late ? `来不及复审，建议提前 ${leadForReview(type)} 天` : undefined}
        onChange={(value) => desk.set({ leadDays: value ?? NaN })}
      />
      <TimeField label={LABELS.sendTime} value={sendTime} error={desk.errorOf('sendTime')} last={last} onChange={(value) => desk.set({ sendTime: value })} />
    </>
  )
}
