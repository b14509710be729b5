import { View } from '@tarojs/components'
import { stampWords } from '../../../domain/review/scan-names'
import { goBack } from '../../platform/navigate'
import { mayPrint, printPage } from '../../platform/print-page'
import { useToday } from '../../platform/server-clock'
import { useMay, useSelf } from '../../platform/use-self'
import { useIsWide } from '../../platform/width'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { Notice } from '../../ui/notice'
import { PageFrame } from '../../ui/page-frame'
import { usePackFilters } from './filters'
import { PackDesk } from './pack-desk'
import { PackOutline } from './pack-outline'
import { PackPhone } from './pack-phone'
import { PackTools } from './pack-tools'
import { usePack, type Packing } from './use-pack'
import { PROMISE, PROMISE_PHONE } from './wording'
import './review-pack.scss'

const TITLE = '迎检包'
const back = () => goBack('/pages/work/statistics/report')

const Actions = ({ packing }: { packing: Packing }) => (
  <>
    <Button kind='line' onClick={printPage}>打印</Button>
    <Button kind='line' busy={packing.busy} onClick={() => void packing.book()}>导出Excel</Button>
    <Button busy={packing.busy} onClick={() => void packing.download()}>下载迎检包</Button>
  </>
)

const Said = ({ packing: { progress, told } }: { packing: Packing }) => (
  <View className='pk-side'>
    <View className='cap pk-say'>{mayPrint ? PROMISE : PROMISE_PHONE}</View>
    {progress !== null && <View role='status'><Notice>{progress}</Notice></View>}
    {told !== null && <Notice tone={told.tone} icon={told.tone === 'warn' ? 'warn' : 'info'}>{told.words}</Notice>}
  </View>
)

const PhoneActions = ({ packing }: { packing: Packing }) => (
  <View className='pk-acts'>
    <Button kind={mayPrint ? 'line' : 'fill'} busy={packing.busy} onClick={() => void packing.book()}>导出Excel</Button>
    {mayPrint && <Button busy={packing.busy} onClick={() => void packing.download()}>下载迎检包</Button>}
  </View>
)

/** What is written across every scan: for whom, by whom, when. */
function useStamp(): { institution: string; stamp: string } {
  const { account } = useSelf()
  const today = useToday()
  const institution = account?.institution.name ?? ''
  return { institution, stamp: stampWords({ institution, by: account?.name ?? '', on: today }) }
}

const Pack = () => {
  const wide = useIsWide()
  const kept = usePackFilters()
  const packing = usePack(kept.asked)
  const { institution, stamp } = useStamp()
  return (
    <PageFrame title={TITLE} breadcrumb={['证照管理', TITLE]} back={wide ? undefined : back} action={wide ? <Actions packing={packing} /> : undefined}>
      <View className='pk-print'>{`${institution}设备操作证持证情况，截至 ${kept.asked.on}。${stamp}`}</View>
      <PackTools {...kept} />
      <PackOutline asked={kept.asked} />
      {!wide && <PhoneActions packing={packing} />}
      <Said packing={packing} />
      {wide ? <PackDesk {...kept} stamp={stamp} /> : <PackPhone asked={kept.asked} stamp={stamp} />}
    </PageFrame>
  )
}

/** 迎检包 (B17): the devices of a scope with holders and certificates as of a day, their scans, the book, and all of it as one archive. */
export const ReviewPack = () => {
  const allowed = useMay('review.pack')
  const known = useSelf().state === 'known'
  if (known && !allowed) return <PageFrame title={TITLE} breadcrumb={['证照管理', TITLE]} back={back}><Empty text='不能下载' note='迎检包由设备科和科室负责人准备。' /></PageFrame>
  return <Pack />
}
