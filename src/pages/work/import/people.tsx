import { PERSON_IMPORT } from '../../../features/import/person-import'
import { PlainImportScreen } from '../../../features/import/plain-import'
import { OnlyFor } from '../../only-for'

definePageConfig({ navigationBarTitleText: '人员档案导入' })

export default function PersonImportPage() {
  return <OnlyFor action='person.write' title='人员档案导入' note='人员档案由设备科和科室负责人录入。' home='/pages/work/person/list'><PlainImportScreen of={PERSON_IMPORT} /></OnlyFor>
}
