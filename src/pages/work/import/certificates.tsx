import { View } from '@tarojs/components'
import { CertificateImport, CertificateImportFoot, certificateImportHeading } from '../../../features/import/certificate-import'
import { useCertificateImport } from '../../../features/import/use-certificate-import'
import { goBack, useParams } from '../../../platform/navigate'
import { PageFrame } from '../../../ui/page-frame'

definePageConfig({ navigationBarTitleText: '导入证件' })

/** 导入: certificates out of Excel or CSV, looked at first (B23, B33). */
export default function CertificateImportPage() {
  const { typeId = '' } = useParams()
  const desk = useCertificateImport(typeId)
  return (
    <PageFrame
      title='导入证件'
      breadcrumb={['证照管理', '导入证件']}
      back={() => goBack('/pages/certificate/list')}
      heading={<View className='lead' role='heading' aria-level='1'>{certificateImportHeading(desk)}</View>}
      footer={desk.preview && desk.sheet.file ? <CertificateImportFoot desk={desk} /> : undefined}
    >
      <CertificateImport desk={desk} />
    </PageFrame>
  )
}
