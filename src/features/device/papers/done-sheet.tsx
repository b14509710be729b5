import { View } from '@tarojs/components'
import { useState } from 'react'
import { handleCertificate, type CertificateEntry } from '../../../../contract/certificate'
import { nextDue } from '../../../../domain/certificate/device-plan'
import type { PlanMenu } from '../../../../domain/certificate/type-menu'
import type { CallFailure } from '../../../platform/call-failure'
import { failureWords } from '../../../platform/failure-words'
import { toast } from '../../../platform/toast'
import { useCommand } from '../../../platform/use-operation'
import { Button } from '../../../ui/button'
import { DateField } from '../../../ui/date-field'
import { Sheet } from '../../../ui/sheet'
import { FileRow, useDeviceFiles } from '../device-file-row'
import { refusedFields } from '../refused-fields'
import { PLAN_FAILURES } from '../wording'
import { PAPER_WORDS, paperCodeWords } from './paper-words'

interface Props {
  tab: PlanMenu
  plan: CertificateEntry
  today: string
  onClose: () => void
}

/** The code that belongs to 下次到期; what else went wrong is told under the form. */
const dueCode = (failure: CallFailure | null): string | undefined =>
  Object.values(refusedFields(failure))[0] ?? (failure?.code.startsWith('handling.expiry') ? failure.code : undefined)

/** When it was done and when it is due again, which follows unless somebody writes another day there. */
function useDone({ tab, plan, today }: Omit<Props, 'onClose'>) {
  const months = plan.plan?.cycleMonths
  const [on, setOn] = useState<string | null>(today)
  const [due, setDue] = useState(nextDue(tab, today, months))
  const files = useDeviceFiles([])
  const { run, busy, failure } = useCommand(handleCertificate)
  const field = dueCode(failure)
  return {
    on, due, setDue, files, busy: busy || files.busy,
    setOn: (day: string | null) => {
      setOn(day)
      if (due === null || due === nextDue(tab, on, months)) setDue(nextDue(tab, day, months))
    },
    fieldWords: field === undefined ? undefined : paperCodeWords(tab, field),
    trouble: failure === null || field !== undefined ? '' : failureWords(failure.code, failure.detail, PLAN_FAILURES),
    save: async () => (await run({
      id: plan.id, version: plan.version, kind: 'renewed', note: '', reference: '', until: null,
      renewal: { number: '', issuedOn: on, expiresOn: due, longTerm: false, attachmentIds: files.files.map(({ id }) => id) },
    })) !== null,
  }
}

/** 登记本次完成 (S48): the present cycle is closed with its dates and papers, the next one begins; with today as the day it is two taps. */
export const DoneSheet = (props: Props) => {
  const done = useDone(props)
  const save = async () => {
    if (!await done.save()) return
    toast('已登记完成')
    props.onClose()
  }
  return (
    <Sheet open title='登记本次完成' onClose={props.onClose} footer={<Button wide busy={done.busy} onClick={() => void save()}>{`确定，下次到期 ${done.due ?? '未填'}`}</Button>}>
      <DateField required label='完成日期' value={done.on} onChange={done.setOn} />
      <DateField required label='下次到期' value={done.due} error={done.fieldWords} hint='按周期算出，可以改' onChange={done.setDue} />
      <View className='dticks__l'>{PAPER_WORDS[props.tab].file}</View>
      <FileRow files={done.files} />
      {done.trouble !== '' && <View className='dform__w' role='alert'>{done.trouble}</View>}
    </Sheet>
  )
}
