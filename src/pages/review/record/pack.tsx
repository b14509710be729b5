import { ReviewPack } from '../../../features/review-pack/review-pack'
import { useDeviceTypes } from '../../../platform/use-device-types'

definePageConfig({ navigationBarTitleText: '迎检包', onReachBottomDistance: 600 })

/** 迎检包 (B17). */
export default function PackPage() {
  return <ReviewPack deviceTypes={useDeviceTypes()} />
}
