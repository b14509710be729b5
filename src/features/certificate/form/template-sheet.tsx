import { View } from '@tarojs/components'
import { CERTIFICATE_LIMITS } from '../../../../domain/certificate/certificate'
import { TEMPLATE_VARIABLES, templateFor } from '../../../../domain/certificate/template'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { Press } from '../../../ui/press'
import { Sheet } from '../../../ui/sheet'
import { TextAreaField } from '../../../ui/text-area-field'
import { unknownWords, type PreviewText } from '../preview-words'
import { WholeDates } from '../whole-dates'
import { LABELS } from './field-labels'
import type { CertificateFormDesk } from './use-certificate-form'
import './preview.scss'

interface Props {
  desk: CertificateFormDesk
  open: boolean
  onClose: () => void
}

/** The real text of each ticked channel, with the devices and days of this form (S41, B29). */
export const PreviewTexts = ({ texts }: { texts: readonly PreviewText[] }) => (
  <View>
    {texts.length === 0 && <View className='cap'>填好有效期至，需要设备的关联设备后，这里显示发出的原文。</View>}
    {texts.map(({ channel, label, text }) => (
      <View key={channel} className='preview'>
        <View className='cap preview__l'>{label}</View>
        <View className='sub ink1 preview__t'><WholeDates text={text} /></View>
      </View>
    ))}
    {texts.length > 0 && <View className='cap'>首页发全文；短信和微信填入已报备的模板。</View>}
  </View>
)

const Variables = ({ onPick }: { onPick: (variable: string) => void }) => (
  <View className='variables' role='group' aria-label='插入变量'>
    {TEMPLATE_VARIABLES.map((name) => <Press key={name} className='variable' label={`插入 [${name}]`} onClick={() => onPick(`[${name}]`)}>{`[${name}]`}</Press>)}
  </View>
)

/** 发送内容模板: the words, the variables to put in, and what comes out. */
export const TemplateSheet = ({ desk, open, onClose }: Props) => {
  const { template } = desk.draft.form
  const unknown = unknownWords(template)
  const usual = templateFor(desk.rules.type)
  return (
    <Sheet open={open} title={LABELS.template} onClose={onClose} footer={<Button wide onClick={onClose}>确定</Button>}>
      <TextAreaField label={LABELS.template} value={template} maxLength={CERTIFICATE_LIMITS.template} error={desk.errorOf('template')} onChange={(value) => desk.set({ template: value })} />
      {unknown !== '' && <Notice icon='warn' tone='warn'>{unknown}</Notice>}
      <Variables onPick={(variable) => desk.set({ template: template + variable })} />
      {template !== usual && <Button kind='text' onClick={() => desk.set({ template: usual })}>恢复默认</Button>}
      <View className='bold preview__h'>发出的原文</View>
      <PreviewTexts texts={desk.outlook.texts} />
    </Sheet>
  )
}
