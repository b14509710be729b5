import { View } from '@tarojs/components'
import { CheckRow } from '../../ui/choice-row'
import { Fields } from '../../ui/fields'
import { Section } from '../../ui/section'
import { TextField } from '../../ui/text-field'
import { TimeField } from '../../ui/time-field'
import type { RulesDesk } from './rules-desk'

interface Props { desk: RulesDesk }

/** 短信静默时段 (B11): what falls into it waits for its end the same day, or is not sent. */
export const QuietHours = ({ desk: { form, put, errorOf } }: Props) => (
  <Section title='短信静默时段'>
    <CheckRow last text='夜间不发短信' note='首页和微信不受影响' chosen={form.quiet} onClick={() => put({ quiet: !form.quiet })} />
    {form.quiet && (
      <>
        <Fields>
          <TimeField label='从' value={form.quietFrom} error={errorOf('quietHours')} onChange={(quietFrom) => put({ quietFrom })} />
          <TimeField last label='到' value={form.quietTo} onChange={(quietTo) => put({ quietTo })} />
        </Fields>
        <View className='cap rhint'>发送时间在这段时间里的短信，当天到结束时间再发；当天等不到结束的，不发，送达记录里写明原因。</View>
      </>
    )}
  </Section>
)

/** 每日运行摘要 (B18), to those who answer for the reminders. */
export const Digest = ({ desk: { form, put } }: Props) => (
  <Section title='每日运行摘要'>
    <CheckRow
      last
      text='每天在首页告诉管理员，昨天的提醒发得怎样'
      note='发了多少、为什么有的没送到、几张证已过期还没办；院级管理员和设备科都会收到'
      chosen={form.operationsDigest}
      onClick={() => put({ operationsDigest: !form.operationsDigest })}
    />
  </Section>
)

/** What SMS cost, for the counts on the type's page and the form (B28). */
export const SmsPrice = ({ desk: { form, put, errorOf } }: Props) => (
  <Section title='短信单价'>
    <Fields>
      <TextField last label='每条' keyboard='number' maxLength={4} mark='分' placeholder='不知道请留空' value={form.smsPrice} error={errorOf('smsPrice')} hint='填了以后，证件类型和表单上显示短信费用' onChange={(smsPrice) => put({ smsPrice })} />
    </Fields>
  </Section>
)
