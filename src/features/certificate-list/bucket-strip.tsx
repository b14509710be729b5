import { View } from '@tarojs/components'
import type { listCertificates } from '../../../contract/certificate'
import type { OutputOf } from '../../../contract/operation'
import { markOf } from '../../ui/mark'
import { Press } from '../../ui/press'
import { StateWord } from '../../ui/state-word'
import { BUCKET_WORDS, type ListBucket } from './wording'
import './certificate-list.scss'

export type Counts = OutputOf<typeof listCertificates>['counts']

interface Props {
  /** `undefined` while they are not known. */
  counts: Counts | undefined
  value: ListBucket | ''
  onChange: (bucket: ListBucket | '') => void
}

const all = (counts: Counts): number => Object.values(counts).reduce((sum, count) => sum + count, 0)
const shown = (count: number | undefined): string => (count === undefined ? '—' : String(count))

/** How many lie in which bucket of 有效期 (B26): mark and word over the count, and the filter itself. */
export const BucketStrip = ({ counts, value, onChange }: Props) => (
  <View className='bks' role='tablist' aria-label='有效期'>
    <Press role='tab' chosen={value === ''} className={`bk ${value === '' ? 'bk--on' : ''}`} onClick={() => onChange('')}>
      <View className='st'>全部</View><View className='bk__n num'>{shown(counts && all(counts))}</View>
    </Press>
    {BUCKET_WORDS.map(([bucket, words]) => (
      <Press key={bucket} role='tab' chosen={value === bucket} className={`bk ${value === bucket ? 'bk--on' : ''}`} onClick={() => onChange(bucket)}>
        <StateWord state={markOf(bucket)} text={words} /><View className='bk__n num'>{shown(counts?.[bucket])}</View>
      </Press>
    ))}
  </View>
)
