import { TypeList } from '../../../features/type/type-list'

definePageConfig({ navigationBarTitleText: '证件类型' })

export default function TypesPage() {
  return <TypeList />
}
