import { Text, View } from '@tarojs/components'
import type { HeldPaper, PackRow } from '../../../contract/review'
import { goTo } from '../../platform/navigate'
import { Press } from '../../ui/press'
import { StateWord } from '../../ui/state-word'
import { openScan } from './open-scan'
import { datesOf, holderOf } from './wording'

/** B35: never 「禁止操作」. */
const NOBODY = '系统内无有效操作证记录'

const Scans = ({ paper, stamp }: { paper: HeldPaper; stamp: string }) => {
  if (paper.scans.length === 0) return <Text className='cap ink3'>无扫描件</Text>
  return (
    <View className='pk-scans'>
      {paper.scans.map((scan, at) => (
        <Press key={scan.attachmentId} className='pk-link' label={`查看${holderOf(paper)}的扫描件 ${at + 1}`} onClick={() => void openScan({ certificateId: paper.certificateId, ...scan }, stamp)}>{`扫描件${paper.scans.length > 1 ? ` ${at + 1}` : ''}`}</Press>
      ))}
    </View>
  )
}

const Paper = ({ paper, stamp }: { paper: HeldPaper; stamp: string }) => (
  <View className='pk-paper'>
    <Press className='pk-paper__w' onClick={() => goTo('/pages/certificate/record/detail', { id: paper.certificateId })}>
      <View className='pk-paper__t'>
        <Text className='bold'>{holderOf(paper)}</Text>
        <Text className='cap'>{paper.type}</Text>
        {paper.number !== '' && <Text className='cap num'>{paper.number}</Text>}
      </View>
      <View className='pk-paper__t'>
        {!paper.valid && <StateWord state='over' text='当日无效' />}
        <Text className='cap num'>{datesOf(paper)}</Text>
      </View>
    </Press>
    <Scans paper={paper} stamp={stamp} />
  </View>
)

/** Who had a certificate for the device on the day, each with its scans. */
export const PackPapers = ({ row, stamp }: { row: PackRow; stamp: string }) => (
  <View>
    {row.holders === 0 && row.wanted > 0 && <StateWord state='over' text={NOBODY} />}
    {row.papers.map((paper) => <Paper key={paper.certificateId} paper={paper} stamp={stamp} />)}
  </View>
)
