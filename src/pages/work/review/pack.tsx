import { ReviewPack } from '../../../features/review-pack/review-pack'

definePageConfig({ navigationBarTitleText: '迎检包', onReachBottomDistance: 600 })

/** 迎检包 (B17). */
export default function PackPage() {
  return <ReviewPack />
}
