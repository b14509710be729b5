import { DICTIONARY_IMPORT } from '../../../features/import/dictionary-import'
import { PlainImportScreen } from '../../../features/import/plain-import'

definePageConfig({ navigationBarTitleText: '字典导入' })

export default function DictionaryImportPage() {
  return <PlainImportScreen of={DICTIONARY_IMPORT} />
}
