import { LabelSheet } from '../../../features/label/label-sheet'
import { useParams } from '../../../platform/navigate'

definePageConfig({ navigationBarTitleText: '打印预览' })

export default function LabelSheetPage() {
  return <LabelSheet id={useParams().id ?? ''} />
}
