import { ACCOUNT_IMPORT } from '../../../features/import/account-import'
import { PlainImportScreen } from '../../../features/import/plain-import'
import { OnlyFor } from '../../only-for'

definePageConfig({ navigationBarTitleText: '账号导入' })

export default function AccountImportPage() {
  return <OnlyFor action='account.write' title='账号导入' note='账号由院级管理员和设备科管理。' home='/pages/me/me'><PlainImportScreen of={ACCOUNT_IMPORT} /></OnlyFor>
}
