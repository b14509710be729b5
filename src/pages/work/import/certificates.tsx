import { View } from '@tarojs/components'
import { CertificateImport, CertificateImportFoot, certificateImportHeading } from '../../../features/import/certificate-import'
import { useCertificateImport } from '../../../features/import/use-certificate-import'
import { goBack, useParams } from '../../../platform/navigate'
import { PageFrame } from '../../../ui/page-frame'
import { OnlyFor } from '../../only-for'

definePageConfig({ navigationBarTitleText: '导入证件' })

const Import = ({ typeId }: { typeId: string }) => {
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

/** 导入: certificates out of Excel or CSV, looked at first (B23, B33). */
export default function CertificateImportPage() {
  const { typeId = '' } = useParams()
  return <OnlyFor action='certificate.write' title='导入证件' note='证件由设备科和科室人员录入。' home='/pages/certificate/list'><Import typeId={typeId} /></OnlyFor>
}
