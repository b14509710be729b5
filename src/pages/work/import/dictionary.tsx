import { DICTIONARY_IMPORT } from '../../../features/import/dictionary-import'
import { PlainImportScreen } from '../../../features/import/plain-import'
import { OnlyFor } from '../../only-for'

definePageConfig({ navigationBarTitleText: '字典导入' })

export default function DictionaryImportPage() {
  return <OnlyFor action='settings.write' title='字典导入' note='字典由设备科维护。' home='/pages/me/me'><PlainImportScreen of={DICTIONARY_IMPORT} /></OnlyFor>
}
