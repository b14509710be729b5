import '@testing-library/jest-dom'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { eraseOwnData } from '../../../../contract/account-own'
import { listSessions } from '../../../../contract/account-sessions'
import { answer, asked, forgetCalls, Refusal } from '../../fake-cloud'
import { forgetAll } from '../../fake-taro'
import { showPage } from '../../on-screen'
import MinePage from './mine'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('../../certificate/record/fake-taro-with-sheets')>('../../certificate/record/fake-taro-with-sheets').fakeTaroWithSheets)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))

beforeEach(() => {
  forgetCalls()
  forgetAll()
})

const dialog = () => screen.getByRole('dialog', { name: '删除我的数据' })
const erase = () => userEvent.click(within(dialog()).getByText('删除并停用账号'))

test('PIPL: 删除我的数据 says what goes and what stays, waits for «我知道了», and tells the last administrator to hand over', async () => {
  answer(listSessions, () => ({ rows: [] }))
  answer(eraseOwnData, () => { throw new Refusal('account.last-admin') })
  showPage(<MinePage />, { role: 'hospital-admin' })
  await userEvent.click(await screen.findByText('删除我的数据'))
  expect(within(dialog()).getByText(/手机号、网页密码、登录记录/)).toBeInTheDocument()
  expect(within(dialog()).getByText(/您名下的证和扫描件/)).toBeInTheDocument()
  await erase()
  expect(asked(eraseOwnData)).toEqual([])
  await userEvent.click(within(dialog()).getByRole('checkbox', { name: /我知道了/ }))
  await erase()
  expect(await within(dialog()).findByText(/请先在“账号管理”里新增或指定另一位院级管理员/)).toBeInTheDocument()
  expect(asked(eraseOwnData)).toEqual([{}])
})
