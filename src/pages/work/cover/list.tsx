import { CoverDeskList } from '../../../features/cover-matrix/cover-desk-list'
import { CoverPhoneList } from '../../../features/cover-matrix/cover-phone-list'
import { useIsWide } from '../../../platform/width'

definePageConfig({ navigationBarTitleText: '谁可操作', onReachBottomDistance: 600 })

/** 谁可操作 (B4, B31, B35): entries on the phone, a table to print on the desk. */
export default function CoverPage() {
  return useIsWide() ? <CoverDeskList /> : <CoverPhoneList />
}
