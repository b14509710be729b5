import type { ChannelSettingsView } from '../../../contract/channel'
import { FIELD_FACTS, type FieldFact, type Layout } from '../../../domain/reminder/wechat-layout'
import { Fields } from '../../ui/fields'
import { Seg } from '../../ui/seg'
import { SelectField } from '../../ui/select-field'
import { TextField } from '../../ui/text-field'
import { Button } from '../../ui/button'
import { View } from '@tarojs/components'
import type { Draft, SecretName } from './draft'

type Use = Draft['sms']['use']

/** 系统默认 / 本院自己的 / 停用. */
export const UseChoice = ({ label, value, ready, onChange }: { label: string; value: Use; ready: boolean; onChange: (use: Use) => void }) => (
  <Seg
    label={label}
    value={value}
    items={[{ value: 'default', text: ready ? '系统默认' : '系统默认（未开通）' }, { value: 'own', text: '本院自己的' }, { value: 'off', text: '停用' }]}
    onChange={(use) => onChange(use === 'own' || use === 'off' ? use : 'default')}
  />
)

/** 开启 or 停用, for what is off unless somebody wants it. */
export const OnChoice = ({ label, on, onChange }: { label: string; on: boolean; onChange: (on: boolean) => void }) => (
  <Seg label={label} value={on ? 'on' : 'off'} items={[{ value: 'off', text: '停用' }, { value: 'on', text: '开启' }]} onChange={(value) => onChange(value === 'on')} />
)

interface SecretProps { label: string; name: SecretName; stored: ChannelSettingsView['secrets']; typed: string; onChange: (value: string) => void; /** What it is called in the provider's console. */ note?: string }

/** Once stored, only its last four signs are shown; typing replaces it. */
export const SecretField = ({ label, name, stored, typed, onChange, note }: SecretProps) => {
  const set = stored.find((secret) => secret.name === name)
  const hint = set ? `已设置${set.tail === '' ? '' : ` · 末4位 ${set.tail}`}，不改请留空` : note
  return <TextField label={label} value={typed} password autoComplete='new-password' maxLength={200} placeholder={set ? '不改请留空' : '请输入'} hint={hint} onChange={onChange} />
}

const FACT_WORDS: Readonly<Record<FieldFact, string>> = {
  subject: '设备名称', 'expires-on': '到期时间', remaining: '剩余天数', 'number-masked': '证件号（打码）', holder: '持证人', department: '所属科室', count: '张数',
}
const FACTS = FIELD_FACTS.map((value) => ({ value, label: FACT_WORDS[value] }))

interface LayoutProps { layout: Layout; onChange: (layout: Layout) => void }

/** Which field of the approved template says what: the keys stand in WeChat's console, as `thing1`. */
export const LayoutFields = ({ layout, onChange }: LayoutProps) => {
  const put = (at: number, change: Partial<Layout[number]>) => onChange(layout.map((field, index) => (index === at ? { ...field, ...change } : field)))
  return (
    <View className='chn__layout'>
      <View className='sub'>模板里的字段：名称照抄微信后台，如 thing1</View>
      <Fields>
        {layout.flatMap(({ key, fact }, index) => [
          <TextField key={`key-${index}`} label={`字段${index + 1}`} value={key} maxLength={30} onChange={(next) => put(index, { key: next.trim() })} />,
          <SelectField key={`fact-${index}`} label='填什么' value={fact} options={FACTS} onChange={(next) => put(index, { fact: FIELD_FACTS.find((each) => each === next) ?? fact })} />,
        ])}
      </Fields>
      <Button kind='text' onClick={() => onChange([...layout, { key: '', fact: 'remaining' }])}>加一个字段</Button>
      {layout.length > 1 && <Button kind='text' onClick={() => onChange(layout.slice(0, -1))}>去掉最后一个字段</Button>}
    </View>
  )
}
