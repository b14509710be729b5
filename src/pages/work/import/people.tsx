import { PERSON_IMPORT } from '../../../features/import/person-import'
import { PlainImportScreen } from '../../../features/import/plain-import'

definePageConfig({ navigationBarTitleText: '人员档案导入' })

export default function PersonImportPage() {
  return <PlainImportScreen of={PERSON_IMPORT} />
}
