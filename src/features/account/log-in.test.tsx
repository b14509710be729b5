import '@testing-library/jest-dom'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listDepartments } from '../../../contract/device'
import type { Call } from '../../../contract/call'
import { sendCall } from '../../platform/cloud'
import { session } from '../../platform/session'
import { me, zhang } from '../../platform/testing/examples'
import { NOW, show } from '../../platform/testing/fake-functions'
import { useOperation } from '../../platform/use-operation'
import { useSelf } from '../../platform/use-self'
import { Leave } from './leave'
import { LogInScreen } from './log-in-screen'

jest.mock('../../platform/cloud', () => ({ sendCall: jest.fn() }))
jest.mock('../../platform/use-page-shown', () => ({ usePageShown: () => undefined }))
jest.mock('../../platform/storage', () => {
  const kept = new Map<string, unknown>()
  return { storage: { read: (key: string) => kept.get(key) ?? null, write: (key: string, value: unknown) => void kept.set(key, value), remove: (key: string) => void kept.delete(key) } }
})
const send = sendCall as jest.Mock

const good = (data: unknown) => ({ ok: true, data, now: NOW })
const bad = (code: string) => ({ ok: false, code, detail: {}, now: NOW })

/** As the functions do: without the session's token nobody is known. */
const functions = async ({ operation, input }: Call): Promise<unknown> => {
  const known = session.token() === 'token-1'
  if (operation === 'account.log-in') return (input as { password: string }).password === 'right' ? good({ state: 'in', token: 'token-1', expiresAt: NOW, account: zhang }) : bad('account.wrong-credentials')
  if (operation === 'account.me') return good(me(known ? zhang : null))
  if (operation === 'account.log-out') return good({})
  return known ? good({ rows: [] }) : bad('account.signed-out')
}

/** A page that already asks for its own things behind the log-in, as a deep link does. */
const Page = () => {
  const self = useSelf()
  useOperation(listDepartments, {})
  return self.state === 'known' ? <Leave kind='session' name='张三' /> : <LogInScreen />
}

const enter = async (password: string) => {
  await userEvent.clear(screen.getByLabelText('密码'))
  await userEvent.type(screen.getByLabelText('密码'), `${password}{Enter}`)
}

test('B22: a wrong password is told, the right one lets in on the same page, and 退出登录 leaves', async () => {
  send.mockImplementation(functions)
  show(<Page />)
  await userEvent.type(screen.getByLabelText('所属机构'), '医疗机构测试1')
  await userEvent.type(screen.getByLabelText('登录名'), 'zhangsan')
  await enter('wrong')
  expect(await screen.findByText('机构、登录名或密码不对，请检查后再试。')).toBeInTheDocument()
  await enter('right')
  await userEvent.click(await screen.findByText('退出登录'))
  expect(await screen.findByLabelText('所属机构')).toHaveValue('医疗机构测试1')
  expect(session.token()).toBeNull()
})

test('an answer to a call from before the log-in does not end the session that has begun since', async () => {
  let late: (reply: unknown) => void = () => undefined
  send.mockImplementation((call: Call) => (call.operation === 'department.list' && session.token() === null ? new Promise((resolve) => { late = resolve }) : functions(call)))
  show(<Page />)
  await userEvent.clear(screen.getByLabelText('所属机构'))
  await userEvent.type(screen.getByLabelText('所属机构'), '医疗机构测试1')
  await userEvent.type(screen.getByLabelText('登录名'), 'zhangsan')
  await enter('right')
  expect(await screen.findByText('退出登录')).toBeInTheDocument()
  late(bad('account.signed-out'))
  await waitFor(() => expect(session.token()).toBe('token-1'))
  expect(screen.getByText('退出登录')).toBeInTheDocument()
})
