import { DictionaryScreen } from '../../../features/dictionary/dictionary-screen'

definePageConfig({ navigationBarTitleText: '字典', onReachBottomDistance: 600 })

export default function DictionaryPage() {
  return <DictionaryScreen />
}
