import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { certificateChain, listCertificates, type CertificateEntry } from '../../../../contract/certificate'
import type { OutputOf } from '../../../../contract/operation'
import type { PlanMenu } from '../../../../domain/certificate/type-menu'
import { openFile } from '../../../platform/open-file'
import { useOperation } from '../../../platform/use-operation'
import { useMay } from '../../../platform/use-self'
import { Button } from '../../../ui/button'
import { StateInLine } from '../../../ui/certificate-state'
import { Empty } from '../../../ui/empty'
import { ErrorState } from '../../../ui/error-state'
import { Fact } from '../../../ui/fact'
import { Press } from '../../../ui/press'
import { Skeleton } from '../../../ui/skeleton'
import { Thumb } from '../../../ui/thumb'
import { openCertificate } from '../device-links'
import { CERTIFICATES_SAFE, nextSend } from '../wording'
import { DoneSheet } from './done-sheet'
import { PAPER_WORDS } from './paper-words'
import { PlanSheet } from './plan-sheet'
import '../device-record.scss'

type Cycle = OutputOf<typeof certificateChain>['cycles'][number]

const Former = ({ cycle: { issuedOn, expiresOn, closedBy, attachments } }: { cycle: Cycle }) => (
  <View className='dcycle'>
    <View className='num'>{`${issuedOn ?? '未填'} 至 ${expiresOn ?? ''}`}</View>
    <View className='cap'>{`${closedBy} 登记完成`}</View>
    {attachments.length > 0 && <View className='thumbs'>{attachments.map((file) => <Thumb key={file.id} name={file.name} type={file.type} url={file.url} hidden={file.hidden} onOpen={() => void openFile(file)} />)}</View>}
  </View>
)

/** Former cycles, asked for when somebody wants to see them. */
const History = ({ id, count }: { id: string; count: number }) => {
  const [open, setOpen] = useState(false)
  const { data } = useOperation(certificateChain, open ? { id } : null)
  if (count === 0) return null
  return (
    <View>
      <Button kind='text' icon='down' onClick={() => setOpen(!open)}>{`历史记录 ${count} 次`}</Button>
      {open && (data === undefined ? <Skeleton shape='text' /> : data.cycles.map((cycle) => <Former key={cycle.cycle} cycle={cycle} />))}
    </View>
  )
}

interface PlanProps {
  tab: PlanMenu
  plan: CertificateEntry
  today: string
  mayWrite: boolean
  onEdit: () => void
  onDone: () => void
}

const PlanFacts = ({ tab, plan: { plan, expiresOn, leadDays, nextSendAt, ...facts }, today }: Pick<PlanProps, 'tab' | 'plan' | 'today'>) => (
  <>
    <Fact name='周期'>{`${plan?.cycleMonths ?? ''} 个月`}</Fact>
    <Fact name={PAPER_WORDS[tab].issuedOn}>{plan?.lastOn}</Fact>
    <Fact name={PAPER_WORDS[tab].expiresOn}><Text className='num'>{expiresOn}{'\u3000'}</Text><StateInLine facts={{ ...facts, expiresOn }} today={today} /></Fact>
    <Fact name='提前预警时间(天)'><Text className='num'>{leadDays}</Text></Fact>
    <Fact name='下次发送'><Text className='num'>{nextSend(nextSendAt)}</Text></Fact>
  </>
)

const Plan = ({ plan, mayWrite, onEdit, onDone, ...shown }: PlanProps) => (
  <View className='dcert'>
    <View className='dcert__h'>
      <Press className='dcert__p' onClick={() => openCertificate(plan.id)}><Text className='bold dcert__n'>{plan.typeName}</Text></Press>
      {mayWrite && <Button kind='text' label={`修改 ${plan.typeName}`} onClick={onEdit}>修改</Button>}
      {mayWrite && <Button kind='text' label={`登记本次完成 ${plan.typeName}`} onClick={onDone}>登记本次完成</Button>}
    </View>
    <PlanFacts plan={plan} {...shown} />
    <History id={plan.id} count={(plan.plan?.cycle ?? 1) - 1} />
  </View>
)

type Open = { sheet: 'edit'; id: string | null } | { sheet: 'done'; plan: CertificateEntry } | null

/** A device has a plan or a few of one kind. */
const MOST_PLANS = 50

interface Props { deviceId: string; tab: PlanMenu; today: string }

const Book = ({ deviceId, tab, today, plans }: Props & { plans: readonly CertificateEntry[] }) => {
  const [open, setOpen] = useState<Open>(null)
  const mayWrite = useMay('certificate.write')
  const close = () => setOpen(null)
  return (
    <View className='pad'>
      {mayWrite && <Button kind='text' icon='plus' onClick={() => setOpen({ sheet: 'edit', id: null })}>{PAPER_WORDS[tab].add}</Button>}
      {plans.length === 0 && <Empty note={PAPER_WORDS[tab].empty} />}
      {plans.map((plan) => (
        <Plan key={plan.id} tab={tab} plan={plan} today={today} mayWrite={mayWrite} onEdit={() => setOpen({ sheet: 'edit', id: plan.id })} onDone={() => setOpen({ sheet: 'done', plan })} />
      ))}
      {open?.sheet === 'edit' && <PlanSheet deviceId={deviceId} tab={tab} id={open.id} onClose={close} />}
      {open?.sheet === 'done' && <DoneSheet tab={tab} plan={open.plan} today={today} onClose={close} />}
    </View>
  )
}

/** 保养计划 or 计量计划 of a device (S48): cycle, last, next due, and what was done before. */
export const DevicePlans = (props: Props) => {
  const { data, failure, reload } = useOperation(listCertificates, { deviceId: props.deviceId, menu: props.tab, page: 1, pageSize: MOST_PLANS })
  if (data !== undefined) return <Book {...props} plans={data.rows} />
  return failure ? <ErrorState failure={failure} safe={CERTIFICATES_SAFE} onRetry={() => void reload()} /> : <Skeleton shape='text' />
}
