import { View } from '@tarojs/components'
import { goTo } from '../../../platform/navigate'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { OvertakenDialog } from './overtaken-dialog'
import type { CertificateFormPage } from './use-certificate-form'
import { putDraft, type Opening } from '../draft-desk'
import { SharedNotice } from './shared-notice'

const LeftOver = ({ page: { draft, restored, overtaken, startOver } }: { page: CertificateFormPage }) => {
  if (draft?.splitFrom) return <Notice>保存后，原来那张证不再包含本设备；证件号请另填。</Notice>
  return restored && !overtaken ? <Notice>接着上次没保存的内容。<Button kind='text' onClick={startOver}>不要了，重新填</Button></Notice> : null
}

/** What must be known before filling in goes on: a found draft, somebody else's newer version, another certificate of this number. */
export const FormNotices = ({ page, opening }: { page: CertificateFormPage; opening: Opening }) => {
  const { draft, certificate, overtaken, takenBy } = page
  if (draft === null) return null
  return (
    <View className='pad form-notices'>
      <LeftOver page={page} />
      <SharedNotice draft={draft} opening={opening} accountId={page.accountId} />
      {takenBy !== null && <Notice icon='warn' tone='warn'>该证件号已有一张操作证。<Button kind='text' onClick={() => goTo('/pages/certificate/record/detail', { id: takenBy })}>去看那张</Button></Notice>}
      {overtaken && certificate !== null && (
        <OvertakenDialog draft={draft} certificate={certificate} onTheirs={page.startOver} onMine={(mine) => putDraft(page.key, mine)} />
      )}
    </View>
  )
}
