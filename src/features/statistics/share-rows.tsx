import { View } from '@tarojs/components'
import { rateWords } from '../../../domain/statistics/rate-words'
import type { Share } from '../../../contract/statistics'
import { Press } from '../../ui/press'
import { countWords } from './wording'

const Bar = ({ rate }: { rate: number | null }) => (
  <View className='st-bar' aria-hidden='true'><View className='st-bar__in' style={{ width: `${(rate ?? 0) / 10}%` }} /></View>
)

/** One percentage a row, the lowest first; a tap opens its names (B31). */
export const ShareRows = ({ shares, onOpen }: { shares: readonly Share[]; onOpen: (share: Share) => void }) => (
  <View>
    {shares.map((share) => (
      <Press key={share.key} className='st-row' onClick={() => onOpen(share)}>
        <View className='grow'>
          <View className='st-row__n'>{share.name}</View>
          <View className='cap num'>{countWords(share)}</View>
          <Bar rate={share.rate} />
        </View>
        <View className='st-row__r num'>{rateWords(share.rate)}</View>
      </Press>
    ))}
  </View>
)
