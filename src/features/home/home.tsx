import { Text, View } from '@tarojs/components'
import { goTo } from '../../platform/navigate'
import { serverNow } from '../../platform/server-clock'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { Notice } from '../../ui/notice'
import { Press } from '../../ui/press'
import { Section } from '../../ui/section'
import { ExpiryPicture } from './expiry-picture'
import type { Overview } from './month-marks'
import { Notices } from './notices'
import { TodoList } from './todo-list'
import { heartbeat } from './wording'
import './home.scss'

export interface HomeProps {
  overview: Overview
  mayHandle: boolean
  mayWrite: boolean
}

const inPicture = ({ months }: Overview): number => months.reduce((sum, month) => sum + month.total, 0)
const toCertificates = () => goTo('/pages/certificate/list')

export const Nothing = ({ mayWrite }: { mayWrite: boolean }) => (
  <Empty
    text='没有快到期或已过期的操作证'
    note='到了预警的日子，要办的事会列在这里。'
    action={mayWrite ? <Button kind='line' icon='plus' onClick={() => goTo('/pages/certificate/record/edit')}>新增设备操作证</Button> : undefined}
  />
)

export const More = ({ overview }: { overview: Overview }) => {
  const rest = overview.todoTotal - overview.todo.length
  return rest > 0 ? <View className='pad'><Button kind='text' onClick={toCertificates}>还有 {rest} 件，在操作证里看</Button></View> : null
}

export const WithoutHolder = ({ overview }: { overview: Overview }) => (
  <Section title='无人持证的设备' action={<Button kind='text' onClick={() => goTo('/pages/device/list')}>看设备</Button>}>
    <View className='home__fact'>
      <View className={`home__num ${overview.devicesWithoutHolder > 0 ? 'over' : ''}`}>{overview.devicesWithoutHolder}</View>
      <View className='sub'>台，共 {overview.devices} 台设备</View>
    </View>
  </Section>
)

/** What is wrong with the clockwork, for those who can see to it (B18): the way to 运行状况. */
export const Alarm = ({ overview }: { overview: Overview }) => (overview.alarm === '' ? null : (
  <Press className='home__alarm' label={`${overview.alarm}查看`} onClick={() => goTo('/pages/work/health/status')}><Notice tone='warn' icon='warn'>{overview.alarm}<Text className='home__new'>查看</Text></Notice></Press>
))

/** What waits for one's review (B16). */
export const Waiting = ({ waiting = 0 }: { waiting?: number }) => (waiting > 0 ? <Press className='home__alarm' onClick={() => goTo('/pages/certificate/record/submissions')}><Notice>{`${waiting} 份换证待审核`}<Text className='home__new'>查看</Text></Notice></Press> : null)

export const Beat = ({ overview }: { overview: Overview }) => {
  if (overview.alarm !== '') return null
  const { text, alarm } = heartbeat(overview.lastTickAt, serverNow())
  return alarm ? <Notice tone='warn' icon='warn'>{text}</Notice> : <View className='cap'>{text}</View>
}

/** 首页 on the phone: one screen, what to do first. */
export const HomePhone = ({ overview, mayHandle, mayWrite }: HomeProps) => (
  <View>
    {overview.todo.length > 0 ? <TodoList todo={overview.todo} today={overview.today} mayHandle={mayHandle} /> : <Nothing mayWrite={mayWrite} />}
    <More overview={overview} />
    <Section title='未来 12 个月到期' action={<Button kind='text' onClick={toCertificates}>{inPicture(overview)} 张</Button>}>
      <ExpiryPicture months={overview.months} wide={false} />
    </Section>
    <WithoutHolder overview={overview} />
    <Notices today={overview.today} />
    <View className='pad home__beat'><Beat overview={overview} /></View>
  </View>
)
