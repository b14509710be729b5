import { Text, View } from '@tarojs/components'
import type { CertificateEntry } from '../../../contract/certificate'
import { goTo } from '../../platform/navigate'
import { StateInMargin } from '../../ui/certificate-state'
import { Book, Entry } from '../../ui/entry'
import { deviceWords, whose } from './wording'

interface Props {
  todo: readonly CertificateEntry[]
  today: string
  mayHandle: boolean
}

const open = (id: string) => goTo('/pages/certificate/record/detail', { id })
const handle = (id: string) => goTo('/pages/certificate/record/detail', { id, handle: '1' })

/** What needs me today, soonest first, on the phone. */
export const TodoList = ({ todo, today, mayHandle }: Props) => (
  <View className='home__todo'>
    <Book>
      {todo.map((entry, index) => {
        const device = deviceWords(entry)
        return (
          <Entry
            key={entry.id}
            last={index === todo.length - 1}
            margin={<StateInMargin facts={entry} today={today} />}
            title={whose(entry)}
            extra={device.department}
            lines={[<View key='device'>{device.name} <Text className='num'>{device.code}</Text></View>]}
            onClick={() => open(entry.id)}
            action={mayHandle ? { text: '处理', label: `处理${whose(entry)}${entry.plan ? '' : '的操作证'}`, onClick: () => handle(entry.id) } : undefined}
          />
        )
      })}
    </Book>
  </View>
)
