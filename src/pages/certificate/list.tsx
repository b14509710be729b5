import { CertificateDeskList } from '../../features/certificate-list/certificate-desk-list'
import { CertificatePhoneList } from '../../features/certificate-list/certificate-phone-list'
import { useIsWide } from '../../platform/width'
import { Elsewhere, useElsewhere } from '../elsewhere'

definePageConfig({ navigationBarTitleText: '操作证', onReachBottomDistance: 600 })

/** 操作证: the ledger on the phone, 设备操作证管理 on the desk. */
export default function CertificateListPage() {
  const wide = useIsWide()
  if (useElsewhere()) return <Elsewhere title='操作证' />
  return wide ? <CertificateDeskList /> : <CertificatePhoneList />
}
