import { InstitutionsScreen } from '../../../features/account/institutions/institutions-screen'
import { OnlyFor } from '../../only-for'

definePageConfig({ navigationBarTitleText: '机构管理', onReachBottomDistance: 600 })

export default function InstitutionsPage() {
  return <OnlyFor action='institution.found' title='机构管理' note='机构由平台运维开通。'><InstitutionsScreen /></OnlyFor>
}
