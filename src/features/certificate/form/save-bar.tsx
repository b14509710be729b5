import { Text, View } from '@tarojs/components'
import { useIsWide } from '../../../platform/width'
import { BottomBar } from '../../../ui/bottom-bar'
import { Button } from '../../../ui/button'
import { Icon } from '../../../ui/icon'
import type { PlanWords } from '../plan-words'
import { wrongWords } from './field-labels'
import type { CertificateFormDesk } from './use-certificate-form'

interface Props {
  desk: CertificateFormDesk
  busy: boolean
  /** Why the save as a whole failed; '' when it did not. */
  trouble: string
  onSave: () => void
  onCancel: () => void
}

const Worry = ({ words }: { words: string }) => <View className='bar-worry'><Icon name='warn' size={16} /><View className='grow'>{words}</View></View>

const PlanLine = ({ plan }: { plan: PlanWords }) => (
  <View className='bar-plan'>{plan.count === 0 ? plan.head : plan.parts.map((part) => <Text key={part} className='num'>{part}</Text>)}</View>
)

/** What keeps it from being saved, else who is not reached. */
const worryOf = ({ desk, trouble }: Pick<Props, 'desk' | 'trouble'>): string => trouble || wrongWords(desk.codes) || desk.outlook.warning

/** The plan and what is wrong beside 保存 (B5); the desk has the plan in the column at the right. */
export const SaveBar = ({ desk, busy, trouble, onSave, onCancel }: Props) => {
  const wide = useIsWide()
  const worry = worryOf({ desk, trouble })
  return (
    <BottomBar note={<>
      {wide ? worry === '' && <View className='cap'>证件号、姓名至少填一项；有效期至不填则须选长期有效</View> : <PlanLine plan={desk.outlook.plan} />}
      {worry !== '' && <Worry words={worry} />}
    </>}>
      {wide && <Button kind='line' onClick={onCancel}>取消</Button>}
      <Button busy={busy} onClick={onSave}>保存</Button>
    </BottomBar>
  )
}
