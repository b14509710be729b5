import { PasswordScreen } from '../../../features/account/own/password-screen'
import { useParams } from '../../../platform/navigate'

definePageConfig({ navigationBarTitleText: '设置登录密码' })

export default function PasswordPage() {
  const { name, code } = useParams()
  return <PasswordScreen loginName={name ?? ''} code={code ?? ''} />
}
