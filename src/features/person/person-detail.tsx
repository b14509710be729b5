import { View } from '@tarojs/components'
import { useState } from 'react'
import { claimCertificate, getPerson } from '../../../contract/person'
import { EMPLOYMENT_WORDS, PRESENCE_WORDS } from '../../../domain/person/person-words'
import { goBack } from '../../platform/navigate'
import { toast } from '../../platform/toast'
import { useCommand, useOperation } from '../../platform/use-operation'
import { Button } from '../../ui/button'
import { ErrorState } from '../../ui/error-state'
import { Fact } from '../../ui/fact'
import { Notice } from '../../ui/notice'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { Skeleton } from '../../ui/skeleton'
import type { Known } from './known'
import { CertificateRows } from './certificate-rows'
import { LeaveSheet } from './leave-sheet'
import { editPerson, LIST } from './links'
import { MoveSheet } from './move-sheet'
import { PersonAccount } from './person-account'
import { PresenceActions } from './presence-actions'
import { LIST_SAFE, personFailure } from './wording'
import './person.scss'

const Heading = ({ data: { person } }: { data: Known }) => (
  <View className='phead'>
    <View className='phead__n' role='heading' aria-level='1'>{person.name}</View>
    <View className='sub'>{[person.staffNumber, person.department.name, person.title].filter((word) => word !== '').join('\u3000')}</View>
  </View>
)

/** Certificates that are his, and those that only bear his name. */
const Papers = ({ data: { person, certificates, namesakes, counts, mayWrite } }: { data: Known }) => {
  const { run, failure } = useCommand(claimCertificate)
  const claim = async (certificateId: string, theirs: boolean) => {
    if (await run({ id: person.id, certificateId, theirs })) toast(theirs ? '已归到他名下' : '已取消')
  }
  const act = (theirs: boolean) => (mayWrite ? (row: { id: string; number: string }) => ({ text: theirs ? '是他的' : '不是他的', label: `${row.number}${theirs ? '是他的' : '不是他的'}`, onClick: () => void claim(row.id, theirs) }) : undefined)
  return (
    <>
      <CertificateRows title='他的证' total={counts.certificates} rows={certificates} empty='还没有归到他名下的证。' act={act(false)} />
      {namesakes.length > 0 && (
        <CertificateRows title='同名的证' total={namesakes.length} rows={namesakes} note='只是姓名相同，还没有对应到人。重名的人很多，请核对后再归到他名下。' empty='' act={act(true)} />
      )}
      {failure && <View className='pad'><Notice tone='warn' icon='warn'>{personFailure(failure.code, failure.detail)}</Notice></View>}
    </>
  )
}

const Body = ({ data }: { data: Known }) => {
  const [open, setOpen] = useState<'leave' | 'move' | null>(null)
  const { person } = data
  return (
    <View className='ppage'>
      <Section title='档案'>
        <Fact name='状态'>{PRESENCE_WORDS[person.presence]}</Fact>
        <Fact name='人员类别'>{EMPLOYMENT_WORDS[person.employment]}</Fact>
        <PersonAccount data={data} />
      </Section>
      {data.mayWrite && <PresenceActions data={data} onLeave={() => setOpen('leave')} onMove={() => setOpen('move')} />}
      <Papers data={data} />
      <CertificateRows title='提醒他的证' total={data.counts.told} rows={data.told} empty='没有证件提醒他。' />
      {open === 'leave' && <LeaveSheet data={data} onClose={() => setOpen(null)} />}
      {open === 'move' && <MoveSheet data={data} onClose={() => setOpen(null)} />}
    </View>
  )
}

/** One person: his record, his certificates, what he is told, and 离职 and 转科 (B27). */
export const PersonDetail = ({ id }: { id: string }) => {
  const { data, failure, reload } = useOperation(getPerson, { id })
  const edit = data?.mayWrite ? <Button kind='line' onClick={() => editPerson(id)}>修改</Button> : undefined
  return (
    <PageFrame title='人员详情' back={() => goBack(LIST)} breadcrumb={['人员档案', '人员详情']} heading={data && <Heading data={data} />} action={edit}>
      {data !== undefined && <Body data={data} />}
      {data === undefined && (failure === null ? <Skeleton shape='text' rows={8} /> : <ErrorState failure={failure} safe={LIST_SAFE} onRetry={() => void reload()} />)}
    </PageFrame>
  )
}
