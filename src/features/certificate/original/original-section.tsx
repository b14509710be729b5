import { View } from '@tarojs/components'
import { useState } from 'react'
import { getOriginal, saveOriginal, takeBackOriginal } from '../../../../contract/original'
import { daysLate } from '../../../../domain/certificate/original'
import { toast } from '../../../platform/toast'
import { useCommand, useOperation } from '../../../platform/use-operation'
import { Button } from '../../../ui/button'
import { CheckRow } from '../../../ui/choice-row'
import { Fact } from '../../../ui/fact'
import { Notice } from '../../../ui/notice'
import { Section } from '../../../ui/section'
import type { Original } from './original-view'
import { LendSheet } from './lend-sheet'
import { PlaceSheet } from './place-sheet'
import { dueWords, originalTrouble } from './wording'
import './original.scss'

interface Props { certificateId: string; today: string }

/** 借出 and 归还 in one line. */
const Loan = ({ original, certificateId, today, onLend }: Props & { original: Original; onLend: () => void }) => {
  const { run, busy, failure } = useCommand(takeBackOriginal)
  const { loan, version, mayWrite } = original
  const takeBack = async (): Promise<void> => {
    if (await run({ certificateId, version }) !== null) toast('已归还')
  }
  if (loan === null) return <Fact name='借出'>{mayWrite ? <Button kind='text' onClick={onLend}>登记借出</Button> : '没有借出'}</Fact>
  return (
    <View>
      <Fact name='借出'>
        <View className='org-loan'>
          <View className='grow num'>{`${loan.borrower}，${loan.lentOn} 借，${dueWords({ ...loan, daysLate: daysLate(loan, today) })}`}</View>
          {mayWrite && <Button kind='text' busy={busy} onClick={() => void takeBack()}>已归还</Button>}
        </View>
      </Fact>
      {failure !== null && <Notice tone='warn' icon='warn'>{originalTrouble(failure)}</Notice>}
    </View>
  )
}

/** 复审材料 as a checklist: what is at hand is ticked, by whoever gathers it. */
const Papers = ({ original: { papers, place, version, mayWrite }, certificateId }: { original: Original; certificateId: string }) => {
  const { run, busy, failure } = useCommand(saveOriginal)
  const tick = (name: string): void => {
    const have = papers.filter((paper) => (paper.name === name ? !paper.have : paper.have)).map((paper) => paper.name)
    void run({ certificateId, version, place, have })
  }
  const count = papers.filter(({ have }) => have).length
  return (
    <Section title='复审材料' note={`已备 ${count} / ${papers.length}`}>
      {papers.map(({ name, have }, at) => <CheckRow key={name} text={name} chosen={have} disabled={!mayWrite || busy} last={at === papers.length - 1} onClick={() => tick(name)} />)}
      {failure !== null && <Notice tone='warn' icon='warn'>{originalTrouble(failure)}</Notice>}
    </Section>
  )
}

/** 原件 and 复审材料 of a certificate (B36): where the paper lies, who has it, what is still missing for the review. */
export const OriginalSection = ({ certificateId, today }: Props) => {
  const { data } = useOperation(getOriginal, { certificateId })
  const [open, setOpen] = useState<'place' | 'lend' | null>(null)
  if (data === undefined) return null
  const close = () => setOpen(null)
  return (
    <View>
      <Section title='原件' action={data.mayWrite ? <Button kind='text' label='改存放处：原件' onClick={() => setOpen('place')}>改存放处</Button> : undefined}>
        <Fact name='存放处'>{data.place}</Fact>
        <Loan original={data} certificateId={certificateId} today={today} onLend={() => setOpen('lend')} />
      </Section>
      {data.papers.length > 0 && <Papers original={data} certificateId={certificateId} />}
      {open === 'place' && <PlaceSheet original={data} certificateId={certificateId} onClose={close} />}
      {open === 'lend' && <LendSheet original={data} certificateId={certificateId} today={today} onClose={close} />}
    </View>
  )
}
