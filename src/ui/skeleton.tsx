import { View } from '@tarojs/components'

/** The boxes of rows to come, at their heights, so that nothing jumps. `ledger`: phone entries; `table`: rows of the desk. */
export const Skeleton = ({ rows = 6, shape = 'ledger' }: { rows?: number; shape?: 'ledger' | 'table' | 'text' }) => (
  <View className={`skel skel--${shape}`} role='status' aria-label='正在加载'>
    {Array.from({ length: rows }, (_, index) => (
      <View key={index} className='skel__r'>
        {shape === 'ledger' && <View className='skel__m'><View className='sk sk--short' /><View className='sk sk--num' /></View>}
        <View className='skel__b'>
          <View className='sk sk--name' />
          {shape === 'ledger' && <View className='sk sk--long' />}
          {shape === 'ledger' && <View className='sk sk--mid' />}
        </View>
      </View>
    ))}
  </View>
)
