import { View } from '@tarojs/components'
import { useState } from 'react'
import { saveChannelSettings, type ChannelSettingsView } from '../../../contract/channel'
import { toast } from '../../platform/toast'
import { useCommand } from '../../platform/use-operation'
import { Button } from '../../ui/button'
import { Fields } from '../../ui/fields'
import { Notice } from '../../ui/notice'
import { NumberField } from '../../ui/number-field'
import { Section } from '../../ui/section'
import { TextField } from '../../ui/text-field'
import { draftOf, inputOf, type Draft, type SecretName } from './draft'
import { LayoutFields, OnChoice, SecretField, UseChoice } from './settings-fields'
import { channelFailure } from './wording'

interface Props { draft: Draft; stored: ChannelSettingsView; put: (change: Partial<Draft>) => void }

const secretField = ({ draft, stored, put }: Props) => {
  const Shown = (label: string, name: SecretName, note?: string) => (
    <SecretField label={label} name={name} note={note} stored={stored.secrets} typed={draft.typed[name] ?? ''} onChange={(value) => put({ typed: { ...draft.typed, [name]: value } })} />
  )
  return Shown
}

const Official = (props: Props) => {
  const { draft: { officialAccount: part }, stored, put } = props
  const change = (next: Partial<typeof part>) => put({ officialAccount: { ...part, ...next } })
  const secret = secretField(props)
  return (
    <Section title='公众号模板消息'>
      <UseChoice label='公众号' value={part.use} ready={stored.defaults.officialAccount} onChange={(use) => change({ use })} />
      {part.use === 'own' && (
        <Fields>
          <TextField label='公众号 AppID' value={part.appId} maxLength={100} onChange={(appId) => change({ appId })} />
          {secret('公众号 AppSecret', 'officialSecret')}
          {secret('推送 Token', 'pushToken')}
          {secret('推送加密密钥', 'pushAesKey', 'EncodingAESKey，43 位')}
          <TextField label='模板消息的模板 ID' value={part.templateId} maxLength={100} onChange={(templateId) => change({ templateId })} />
        </Fields>
      )}
      {part.use === 'own' && <LayoutFields layout={part.layout} onChange={(layout) => change({ layout })} />}
    </Section>
  )
}

const Subscription = (props: Props) => {
  const { draft: { subscribeMessage: part }, stored, put } = props
  const change = (next: Partial<typeof part>) => put({ subscribeMessage: { ...part, ...next } })
  return (
    <Section title='小程序订阅消息'>
      <UseChoice label='订阅消息' value={part.use} ready={stored.defaults.subscribeMessage} onChange={(use) => change({ use })} />
      {part.use === 'own' && (
        <Fields>
          <TextField label='小程序 AppID' value={part.appId} maxLength={100} onChange={(appId) => change({ appId })} />
          {secretField(props)('小程序 AppSecret', 'miniSecret')}
          <TextField label='订阅消息的模板 ID' value={part.templateId} maxLength={100} onChange={(templateId) => change({ templateId })} />
        </Fields>
      )}
      {part.use === 'own' && <LayoutFields layout={part.layout} onChange={(layout) => change({ layout })} />}
    </Section>
  )
}

const Employment = ({ draft: { employeeMessage: part }, put }: Props) => {
  const change = (next: Partial<typeof part>) => put({ employeeMessage: { ...part, ...next } })
  return (
    <Section title='用工消息'>
      <OnChoice label='用工消息' on={part.on} onChange={(on) => change({ on })} />
      <View className='cap chn__note'>不关注公众号也能每天收到，由上面的小程序发送。只向人员档案里本院在职、已对应账号的人询问，每人只问一次；离职后自动解除。</View>
      {part.on && <Fields><TextField label='用工消息的模板 ID' value={part.templateId} maxLength={100} onChange={(templateId) => change({ templateId })} /></Fields>}
      {part.on && <LayoutFields layout={part.layout} onChange={(layout) => change({ layout })} />}
    </Section>
  )
}

const Pictures = ({ draft: { mediaCheck }, put }: Props) => (
  <Section title='照片内容检查'>
    <OnChoice label='照片内容检查' on={mediaCheck.on} onChange={(on) => put({ mediaCheck: { on } })} />
    <View className='cap chn__note'>开启后，上传的证件照片会交给微信检查（发给微信的是照片的临时网址和上传人的微信标识），结果一般几分钟内回来。没有通过的照片自动隐藏，并通知上传人重拍。不等结果，照片照常保存；查不了的照片（在网页上传而两小时内没打开过小程序、PDF、批量导入的压缩包、超过 10 MB）照常显示。</View>
  </Section>
)

const Sms = (props: Props) => {
  const { draft: { sms: part }, stored, put } = props
  const change = (next: Partial<typeof part>) => put({ sms: { ...part, ...next } })
  return (
    <Section title='短信'>
      <UseChoice label='短信' value={part.use} ready={stored.defaults.sms} onChange={(use) => change({ use })} />
      {part.use === 'own' && (
        <Fields>
          <TextField label='短信应用 SdkAppId' value={part.appId} maxLength={100} onChange={(appId) => change({ appId })} />
          <TextField label='SecretId' value={part.secretId} maxLength={100} onChange={(secretId) => change({ secretId })} />
          {secretField(props)('SecretKey', 'smsSecretKey')}
          <TextField label='短信签名' value={part.sign} maxLength={20} onChange={(sign) => change({ sign })} />
          <TextField label='单张证的模板 ID' value={part.templateId} maxLength={100} onChange={(templateId) => change({ templateId })} />
          <TextField label='多张证的模板 ID' value={part.digestTemplateId} maxLength={100} onChange={(digestTemplateId) => change({ digestTemplateId })} />
        </Fields>
      )}
      {part.use !== 'off' && (
        <Fields>
          <NumberField label='全院每天最多' unit='条' placeholder='不限' value={part.dailyCap} onChange={(dailyCap) => change({ dailyCap })} />
          <NumberField label='每人每天最多' unit='条' placeholder='不限' value={part.personCap} onChange={(personCap) => change({ personCap })} />
        </Fields>
      )}
    </Section>
  )
}

/** 通道设置, filled in; nothing is saved that the provider does not take. */
export const SettingsForm = ({ stored }: { stored: ChannelSettingsView }) => {
  const [draft, setDraft] = useState(() => draftOf(stored))
  const { run, busy, failure } = useCommand(saveChannelSettings)
  const put = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }))
  const save = async () => {
    const saved = await run(inputOf(draft))
    if (saved === null) return
    setDraft(draftOf(saved))
    toast('已测试通过并保存')
  }
  const props = { draft, stored, put }
  return (
    <View>
      <Official {...props} />
      <Subscription {...props} />
      <Employment {...props} />
      <Pictures {...props} />
      <Sms {...props} />
      <View className='chn__go'>
        {failure && <Notice tone='warn' icon='warn'>{channelFailure(failure)}</Notice>}
        <Button wide busy={busy} onClick={() => void save()}>测试并保存</Button>
        <View className='cap'>保存前会向微信核对；改了短信设置，会先给您本人发一条测试短信。密钥加密保存，以后不再显示。</View>
      </View>
    </View>
  )
}
