import '@testing-library/jest-dom'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { sendCall } from '../../platform/cloud'
import { me, zhang } from '../../platform/testing/examples'
import { functionsThat, Refusal, show } from '../../platform/testing/fake-functions'
import { BindScreen } from './bind-screen'

jest.mock('../../platform/cloud', () => ({ sendCall: jest.fn() }))
jest.mock('../../platform/toast', () => ({ toast: jest.fn() }))
const send = sendCall as jest.Mock

const fill = async (fields: Record<string, string>) => {
  for (const [name, value] of Object.entries(fields)) await userEvent.type(screen.getByLabelText(name), value)
}
const ALL = { 所属机构: '医疗机构测试1', 登录名: 'zhangsan', 密码: 'demo-pass' }
beforeEach(() => window.localStorage.clear())

test('an unbound user is told what the app is for before he is asked for anything', () => {
  send.mockImplementation(functionsThat({}).send)
  show(<BindScreen />)
  expect(screen.getByText('到期之前有人知道。')).toBeInTheDocument()
  expect(screen.getByText('到期前，按定好的日子提醒该知道的人')).toBeInTheDocument()
})

test('S56: binding by institution, log-in name and password', async () => {
  const functions = functionsThat({ 'account.bind': () => ({ account: zhang }) })
  send.mockImplementation(functions.send)
  const bound = jest.fn()
  show(<BindScreen onBound={bound} />)
  await fill(ALL)
  await userEvent.click(screen.getByRole('button', { name: '绑定' }))
  expect(bound).toHaveBeenCalledTimes(1)
  expect(functions.calls[0]).toMatchObject({ operation: 'account.bind', input: { by: 'password', institution: '医疗机构测试1', loginName: 'zhangsan', password: 'demo-pass' } })
  expect(functions.calls[0]?.requestId).toMatch(/^[A-Za-z0-9]{24}$/)
})

test('binding by a one-time code asks for the log-in name and the code only', async () => {
  const functions = functionsThat({ 'account.bind': () => ({ account: zhang }) })
  send.mockImplementation(functions.send)
  show(<BindScreen />)
  await userEvent.click(screen.getByRole('tab', { name: '绑定码' }))
  expect(screen.queryByLabelText('密码')).not.toBeInTheDocument()
  await fill({ 登录名: 'zhangsan', 绑定码: 'K7Q2-9MXP' })
  await userEvent.click(screen.getByRole('button', { name: '绑定' }))
  expect(functions.calls[0]?.input).toEqual({ by: 'code', loginName: 'zhangsan', code: 'K7Q2-9MXP' })
})

test('an empty field is told at the field and nothing is sent', async () => {
  const functions = functionsThat({})
  send.mockImplementation(functions.send)
  show(<BindScreen />)
  await userEvent.click(screen.getByRole('button', { name: '绑定' }))
  expect(screen.getByText('请输入所属机构')).toBeInTheDocument()
  expect(screen.getByText('请输入密码')).toBeInTheDocument()
  expect(screen.getByLabelText('密码')).toHaveAccessibleDescription('请输入密码')
  expect(functions.calls).toHaveLength(0)
})

test.each([
  [new Refusal('account.wrong-credentials'), '机构、登录名或密码不对，请检查后再试。'],
  [new Refusal('account.locked', { until: '2026-11-23T01:52:00.000Z' }), '连续输错次数过多，请在 09:52 之后再试。'],
  [new Refusal('account.already-bound', { name: '李四' }), '这个微信已经绑定了李四的账号，请先在「我的」里解绑。'],
  [new Refusal('bind-code.used'), '这个绑定码已经用过，请向设备科再要一个。'],
  [new Refusal('something.new'), '系统出了问题，已经记下。请稍后再试。'],
])('a refusal says what happened and what to do, and what was typed stays (%s)', async (refusal, sentence) => {
  send.mockImplementation(functionsThat({ 'account.bind': () => { throw refusal } }).send)
  show(<BindScreen />)
  await fill(ALL)
  await userEvent.click(screen.getByRole('button', { name: '绑定' }))
  expect(await screen.findByText(sentence)).toBeInTheDocument()
  expect(screen.getByLabelText('密码')).toHaveValue('demo-pass')
})

test('after a lost answer the same tap goes out under the same request id; a changed input gets a new one', async () => {
  const functions = functionsThat({ 'account.bind': () => { throw new Error('no network') }, 'account.me': () => me() })
  send.mockImplementation(functions.send)
  show(<BindScreen />)
  await fill(ALL)
  const button = screen.getByRole('button', { name: '绑定' })
  await userEvent.click(button)
  await userEvent.click(button)
  expect(await screen.findByText('网络不通，没有收到回答。请检查网络后重试。')).toBeInTheDocument()
  await fill({ 密码: 'x' })
  await userEvent.click(button)
  const ids = functions.made('account.bind').map((call) => call.requestId)
  expect(ids).toHaveLength(3)
  expect(ids[0]).toBe(ids[1])
  expect(ids[2]).not.toBe(ids[0])
})

test('a second tap while the first is under way sends nothing', async () => {
  let answer: (reply: unknown) => void = () => undefined
  send.mockReset()
  send.mockImplementation(() => new Promise((resolve) => { answer = resolve }))
  show(<BindScreen />)
  await fill(ALL)
  await userEvent.dblClick(screen.getByRole('button', { name: '绑定' }))
  expect(send).toHaveBeenCalledTimes(1)
  answer({ ok: false, code: 'unexpected', detail: {}, now: '2026-11-23T01:42:00.000Z' })
  expect(await screen.findByText(/系统出了问题/)).toBeInTheDocument()
})

test('the password can be shown and hidden', async () => {
  send.mockImplementation(functionsThat({}).send)
  show(<BindScreen />)
  expect(screen.getByLabelText('密码')).toHaveAttribute('type', 'password')
  await userEvent.click(screen.getByRole('button', { name: '显示密码' }))
  expect(screen.getByLabelText('密码')).toHaveAttribute('type', 'text')
})
