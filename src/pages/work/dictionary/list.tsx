import { DictionaryScreen } from '../../../features/dictionary/dictionary-screen'
import { OnlyFor } from '../../only-for'

definePageConfig({ navigationBarTitleText: '字典', onReachBottomDistance: 600 })

export default function DictionaryPage() {
  return <OnlyFor action='settings.write' title='字典' note='字典由设备科维护。'><DictionaryScreen /></OnlyFor>
}
