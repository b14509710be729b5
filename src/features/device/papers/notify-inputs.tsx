import { View } from '@tarojs/components'
import type { CertificateForm } from '../../../../domain/certificate/certificate'
import { isPlanMenu } from '../../../../domain/certificate/type-menu'
import { CheckRow } from '../../../ui/choice-row'
import type { PaperDesk } from './paper-desk'
import { PeopleField } from './people-field'

type Channel = keyof CertificateForm['channels']
type Role = CertificateForm['relatedRoles'][number]

/** As the guide prints them (S38). */
const CHANNELS: ReadonlyArray<readonly [channel: Channel, label: string]> = [['home', '电脑首页通知'], ['sms', '短信通知'], ['wechat', '微信通知']]
const ROLES: ReadonlyArray<readonly [role: Role, label: string]> = [['creator', '录入人'], ['editor', '修改人']]

const toggled = <T,>(all: readonly T[], one: T): T[] => (all.includes(one) ? all.filter((each) => each !== one) : [...all, one])

/** 通知人员 (S38–S40). The text that SMS has been approved with speaks of 操作证, so a plan has no SMS. */
export const NotifyInputs = ({ desk }: { desk: PaperDesk }) => {
  const { form, people } = desk.paper
  const offered = CHANNELS.filter(([channel]) => channel !== 'sms' || !isPlanMenu(desk.type.menu))
  return (
    <>
      <View className='dticks' role='group' aria-label='发送形式'>
        <View className='dticks__l'>发送形式</View>
        {offered.map(([channel, label]) => (
          <CheckRow key={channel} last text={label} chosen={form.channels[channel]} onClick={() => desk.set({ channels: { ...form.channels, [channel]: !form.channels[channel] } })} />
        ))}
      </View>
      <View className='dticks' role='group' aria-label='相关人员'>
        <View className='dticks__l'>相关人员</View>
        {ROLES.map(([role, label]) => <CheckRow key={role} last text={label} chosen={form.relatedRoles.includes(role)} onClick={() => desk.set({ relatedRoles: toggled(form.relatedRoles, role) })} />)}
      </View>
      <PeopleField chosen={people} error={desk.errorOf('recipientIds')} onChange={(chosen) => desk.put({ people: chosen })} />
    </>
  )
}
