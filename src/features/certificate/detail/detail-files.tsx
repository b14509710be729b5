import { View } from '@tarojs/components'
import { Section } from '../../../ui/section'
import { Thumb } from '../../../ui/thumb'
import { MENU_NAMES } from '../menu-names'
import { openAttachment } from '../open-attachment'
import { useViewer } from '../view-scan'
import type { CertificateView } from './use-certificate-detail'

/** 操作证: the scans, opened with a link made at the moment (S32). */
export const DetailFiles = ({ view: { certificate, type } }: { view: CertificateView }) => {
  const viewer = useViewer()
  return (
    <Section title={MENU_NAMES[type.menu].file} note={certificate.attachments.length === 0 ? undefined : `${certificate.attachments.length} 份`}>
      {certificate.attachments.length === 0 ? <View className='cap form-hint'>{`还没有上传${MENU_NAMES[type.menu].file}。`}</View> : (
        <View className='thumbs'>
          {certificate.attachments.map((file) => <Thumb key={file.id} name={file.name} type={file.type} url={file.url} hidden={file.hidden} onOpen={() => void openAttachment(file, certificate.id, viewer)} />)}
        </View>
      )}
    </Section>
  )
}
