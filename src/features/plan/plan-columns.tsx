import type { PlanRow } from '../../../contract/plan'
import type { CivilDay } from '../../../domain/kernel/civil-day'
import { shortSendTime } from '../../../domain/kernel/send-time'
import type { Column } from '../../ui/table-props'
import { PlanMark } from './plan-strip'
import { deviceOf } from './plan-words'
import { dayWords, nextParts, reasonWords } from './wording'

const orDash = (text: string) => (text === '' ? <span className='ink3'>—</span> : <span className='num'>{text}</span>)

const Device = ({ plan }: { plan: PlanRow }) => {
  const { device, code } = deviceOf(plan)
  return <>{device}<div className='tbl__sub num'>{code}</div></>
}

const Next = ({ at, today }: { at: string | null; today: CivilDay }) => {
  if (at === null) return orDash('')
  const { time } = nextParts(at, today)
  return <><div className='num'>{dayWords(at)}</div><div className='tbl__sub num'>{time}</div></>
}

/** How many of those who should know do today, or the last day on which it was dealt with. */
const Told = ({ plan, today }: { plan: PlanRow; today: CivilDay }) => {
  const { state, recipients, toldToday, toldOn } = plan
  if (toldOn === null) return state === 'running' ? <>还没有</> : orDash('')
  return toldOn === today
    ? <><div className='num'>{toldToday} / {recipients} 人</div><div className='tbl__sub'>今天</div></>
    : <><div className='num'>{toldOn}</div><div className='tbl__sub'>上次</div></>
}

const Standing = ({ plan }: { plan: PlanRow }) => <><PlanMark state={plan.state} /><div className='tbl__sub'>{reasonWords(plan)}</div></>

/** What a plan is and how far it has come (S36); nothing is reckoned where nothing is sent. */
export const planColumns = (today: CivilDay): readonly Column<PlanRow>[] => [
  { key: 'device', title: '设备名称', cell: (plan) => <Device plan={plan} /> },
  { key: 'number', title: '证件号', width: '102px', cell: ({ number }) => orDash(number) },
  { key: 'holder', title: '持证人', width: '62px', cell: ({ holderName }) => orDash(holderName) },
  { key: 'expiry', title: '有效期', width: '90px', cell: ({ expiresOn }) => orDash(expiresOn ?? '') },
  { key: 'lead', title: '提前量', width: '58px', cell: ({ longTerm, leadDays }) => orDash(longTerm ? '' : `${leadDays} 天`) },
  { key: 'time', title: '发送时间', width: '68px', cell: ({ longTerm, sendTime }) => orDash(longTerm ? '' : shortSendTime(sendTime)) },
  { key: 'first', title: '首次', width: '90px', cell: ({ firstAt }) => orDash(dayWords(firstAt)) },
  { key: 'last', title: '末次', width: '90px', cell: ({ lastAt }) => orDash(dayWords(lastAt)) },
  { key: 'next', title: '下次', width: '90px', cell: ({ nextSendAt }) => <Next at={nextSendAt} today={today} /> },
  { key: 'told', title: '已通知', width: '90px', cell: (plan) => <Told plan={plan} today={today} /> },
  { key: 'state', title: '状态', width: '98px', cell: (plan) => <Standing plan={plan} /> },
]
