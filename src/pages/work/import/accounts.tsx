import { ACCOUNT_IMPORT } from '../../../features/import/account-import'
import { PlainImportScreen } from '../../../features/import/plain-import'

definePageConfig({ navigationBarTitleText: '账号导入' })

export default function AccountImportPage() {
  return <PlainImportScreen of={ACCOUNT_IMPORT} />
}
