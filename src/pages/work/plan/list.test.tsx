import '@testing-library/jest-dom'
import { fireEvent, screen } from '@testing-library/react'
import { listDepartments } from '../../../../contract/device'
import { listPlans, type PlanRow } from '../../../../contract/plan'
import { answer, asked, forgetCalls, Refusal } from '../../fake-cloud'
import { forgetAll, wentTo } from '../../fake-taro'
import { showPage } from '../../on-screen'
import PlanListPage from './list'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('../../fake-taro')>('../../fake-taro').fakeTaro)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))

const COUNTS = { running: 1, waiting: 2, silent: 0, handled: 3, ended: 0, off: 1 }
const plan = (change: Partial<PlanRow> = {}): PlanRow => ({
  id: 'cert-1', version: 1, typeName: '', number: 'C000000004', holderName: '李四', title: '',
  devices: [{ id: 'd', code: '000059', name: '磁共振', department: { id: 'dept-mr', name: 'MR室' }, model: '', type: '', unit: '' }], deviceCount: 1,
  expiresOn: '2026-12-10', longTerm: false, leadDays: 30, sendTime: '09:30:00', handling: null, nextSendAt: '2026-11-24T01:30:00.000Z',
  state: 'running', reason: '', firstAt: '2026-11-10T01:30:00.000Z', lastAt: '2026-12-10T01:30:00.000Z', sends: 31,
  channels: { home: true, sms: false, wechat: false }, recipients: 3, toldOn: '2026-11-23', toldToday: 2, ...change,
})
const plans = (rows: PlanRow[], lastTickAt: string | null = '2026-11-23T00:59:00.000Z') =>
  answer(listPlans, ({ page, pageSize, keyword, state }) => {
    const shown = keyword === '没有' ? [] : rows.filter((row) => state === undefined || row.state === state)
    return { rows: shown, total: shown.length, page, pageSize, counts: COUNTS, lastTickAt }
  })

beforeEach(() => {
  forgetCalls()
  forgetAll()
  answer(listDepartments, () => ({ rows: [] }))
})

test('S36: an entry tells the next send, the cycle, and who knows today; a tap opens the certificate', async () => {
  plans([plan()])
  showPage(<PlanListPage />)
  expect(await screen.findByText('11-24')).toBeInTheDocument()
  expect(screen.getByText('09:30')).toBeInTheDocument()
  for (const fact of ['有效期至 2026-12-10', '首次 2026-11-10', '共 31 次']) expect(screen.getByText(fact)).toBeInTheDocument()
  expect(screen.getByText('今天 2 / 3 人已知')).toBeInTheDocument()
  fireEvent.click(screen.getByText('李四'))
  expect(wentTo.at(-1)).toBe('/pages/certificate/record/detail?id=cert-1')
})

test('B18: the page says when the reminders were last looked at, and rings when that is long ago', async () => {
  plans([plan()])
  const { unmount } = showPage(<PlanListPage />)
  expect(await screen.findByText('提醒服务最近一次检查 08:59')).toBeInTheDocument()
  unmount()
  plans([plan()], '2026-11-23T00:30:00.000Z')
  showPage(<PlanListPage />, { wide: true })
  expect(await screen.findByText('提醒服务自 08:30 起没有运行，请告诉系统管理员')).toBeInTheDocument()
})

test('a plan that tells nobody says why, one that is quiet until when', async () => {
  plans([
    plan({ id: 'a', state: 'off', reason: 'no-recipient', nextSendAt: null, toldOn: null }),
    plan({ id: 'b', state: 'silent', reason: 'review', handling: { kind: 'review', note: '', reference: '', until: '2026-12-01', by: '李四', at: '2026-11-20T01:00:00.000Z' }, toldOn: null }),
  ])
  showPage(<PlanListPage />)
  expect(await screen.findByText('没有通知人员')).toBeInTheDocument()
  expect(screen.getByText('复审中，2026-12-01 起恢复')).toBeInTheDocument()
})

test('the strip counts every state and narrows the table of the desk to one', async () => {
  plans([plan(), plan({ id: 'w', holderName: '王五', state: 'waiting', toldOn: null })])
  showPage(<PlanListPage />, { wide: true })
  expect(await screen.findByText('王五')).toBeInTheDocument()
  expect(screen.getByRole('tab', { name: /全部\s*7/ })).toBeInTheDocument()
  for (const title of ['设备名称', '证件号', '持证人', '有效期', '提前量', '发送时间', '首次', '末次', '下次', '已通知', '状态']) expect(screen.getByRole('columnheader', { name: title })).toBeInTheDocument()
  fireEvent.click(screen.getByRole('tab', { name: /未开始\s*2/ }))
  await screen.findByText('共 1 个计划')
  expect(asked(listPlans).at(-1)).toMatchObject({ state: 'waiting', page: 1 })
  fireEvent.click(screen.getByRole('tab', { name: /全部/ }))
})

test('a failed list says what is safe and tries again; an empty one says how a plan comes to be', async () => {
  answer(listPlans, () => { throw new Refusal('busy') })
  const { unmount } = showPage(<PlanListPage />)
  expect(await screen.findByText('提醒由服务器发送，不受影响。')).toBeInTheDocument()
  plans([])
  fireEvent.click(screen.getByRole('button', { name: '重试' }))
  expect(await screen.findByText('保存一张操作证，就有了它的预警计划。')).toBeInTheDocument()
  unmount()
})
