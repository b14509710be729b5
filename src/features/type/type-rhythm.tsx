import { View } from '@tarojs/components'
import { useState } from 'react'
import { TYPE_LIMITS } from '../../../domain/certificate/type'
import type { Channel } from '../../../domain/reminder/channel'
import { DEFAULT_STEPS } from '../../../domain/reminder/rules'
import { Button } from '../../ui/button'
import { CheckRow } from '../../ui/choice-row'
import { Icon } from '../../ui/icon'
import { Notice } from '../../ui/notice'
import { Press } from '../../ui/press'
import { Section } from '../../ui/section'
import { Seg } from '../../ui/seg'
import { TextField } from '../../ui/text-field'
import { channelWords, isBetterBySteps } from './rhythm-words'
import type { TypeDesk } from './type-desk'
import { wholeNumber } from './type-form'
import { CHANNEL_WORDS, fieldWords } from './wording'

interface Props { desk: TypeDesk }

const CHANNELS: readonly Channel[] = ['home', 'wechat', 'sms']
const RHYTHM_ITEMS = [{ value: 'daily', text: '每日' }, { value: 'steps', text: '节点' }]

/** One channel: 每日 or 节点, with what that comes to (B28). */
const ChannelRow = ({ desk: { form, put }, channel, smsPrice }: Props & { channel: Channel; smsPrice: number | null }) => (
  <View className='trow'>
    <View className='trow__n'>{CHANNEL_WORDS[channel]}</View>
    <View className='trow__s'>
      <Seg label={`${CHANNEL_WORDS[channel]}的节奏`} value={form.rhythm[channel]} items={RHYTHM_ITEMS} onChange={(value) => put({ rhythm: { ...form.rhythm, [channel]: value === 'steps' ? 'steps' : 'daily' } })} />
    </View>
    <View className='trow__w cap num'>{channelWords({ form, smsPrice }, channel)}</View>
  </View>
)

const sorted = (steps: readonly number[]): number[] => [...new Set(steps)].sort((a, b) => b - a)

const AddStep = ({ desk: { form, put } }: Props) => {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const add = (): void => {
    const step = wholeNumber(typed)
    const fits = !Number.isNaN(step) && step <= TYPE_LIMITS.days && form.steps.length < TYPE_LIMITS.steps
    setWrong(!fits)
    if (!fits) return
    put({ steps: sorted([...form.steps, step]) })
    setTyped('')
  }
  return (
    <View className='tadd'>
      <View className='tadd__f'>
        <TextField last label='加一个节点' keyboard='number' maxLength={4} value={typed} placeholder='到期前几天' mark='天' error={wrong ? fieldWords('type.steps-invalid') : undefined} onChange={setTyped} onConfirm={add} />
      </View>
      <Button kind='line' label='添加这个节点' disabled={typed.trim() === ''} onClick={add}>添加</Button>
    </View>
  )
}

const isProposed = (steps: readonly number[]): boolean => sorted(steps).join() === DEFAULT_STEPS.join()

/** 节点: days before 有效期, each taken away by a tap (B10). */
const Steps = ({ desk }: Props) => {
  const { form, put, errorOf } = desk
  const error = errorOf('steps')
  return (
    <View className='tsteps' role='group' aria-label='提醒节点'>
      <View className='cap'>提醒节点：到期前几天各提醒一次，0 是到期当天。提前预警的第一天总会提醒；比它更早的节点不用。</View>
      <View className='tsteps__l'>
        {form.steps.map((step) => (
          <Press key={step} className='tstep num' label={`去掉 ${step} 天`} onClick={() => put({ steps: form.steps.filter((each) => each !== step) })}>{`${step} 天`}<Icon name='close' size={16} /></Press>
        ))}
        {form.steps.length === 0 && <View className='sub'>没有节点，只在提前预警的第一天提醒一次。</View>}
      </View>
      {error !== undefined && <View className='fld__e' role='alert'>{error}</View>}
      <AddStep desk={desk} />
      {!isProposed(form.steps) && <Button kind='text' onClick={() => put({ steps: [...DEFAULT_STEPS] })}>恢复推荐的九个节点</Button>}
    </View>
  )
}

const Better = ({ desk: { form, put } }: Props) => (
  <Notice icon='info'>
    <View>建议微信和短信按节点：微信把过于频繁的到期提醒视为滥用，会封禁模板；短信按条收费。</View>
    <Button kind='text' onClick={() => put({ rhythm: { ...form.rhythm, wechat: 'steps', sms: 'steps' } })}>微信、短信改为节点</Button>
  </Notice>
)

/** How often each channel reminds before 有效期, and whether it goes on after it (B10, B12, B28). */
export const TypeRhythm = ({ desk, smsPrice }: Props & { smsPrice: number | null }) => {
  const { form, put } = desk
  const lead = wholeNumber(form.leadDays)
  return (
    <Section title='提醒节奏' note={Number.isNaN(lead) ? undefined : `按提前 ${lead} 天计算`}>
      {isBetterBySteps(form) && <Better desk={desk} />}
      {CHANNELS.map((channel) => <ChannelRow key={channel} desk={desk} channel={channel} smsPrice={smsPrice} />)}
      {Object.values(form.rhythm).includes('steps') && <Steps desk={desk} />}
      <CheckRow
        last
        text='到期后每周提醒一次'
        note='直到换证、注销或有人处理；不勾选则到期后不再发送'
        chosen={form.afterExpiry === 'weekly'}
        onClick={() => put({ afterExpiry: form.afterExpiry === 'weekly' ? 'stop' : 'weekly' })}
      />
    </Section>
  )
}
