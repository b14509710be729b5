import { View } from '@tarojs/components'
import { goTo } from '../../../platform/navigate'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { shortDay } from '../day-words'
import type { CertificateView } from './use-certificate-detail'

/** 待审核 (B16): somebody handed its renewal in, and the reminders go on until it is decided. */
export const DetailWaiting = ({ view: { certificate: { waiting } } }: { view: CertificateView }) => waiting && (
  <View className='pad cert-waiting'>
    <Notice icon='clock'>
      {`待审核：${waiting.by} 于 ${shortDay(waiting.at)} 提交了换证，审核期间提醒照常。`}
      <Button kind='text' onClick={() => goTo('/pages/certificate/record/submission', { id: waiting.id })}>看提交</Button>
    </Notice>
  </View>
)
