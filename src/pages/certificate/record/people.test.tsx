import '@testing-library/jest-dom'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listAccounts } from '../../../../contract/account'
import { draftKey, dropDraft, readDraft } from '../../../features/certificate/draft-desk'
import { answer, forgetCalls } from '../../fake-cloud'
import { forgetAll, wentTo } from '../../fake-taro'
import { showPage } from '../../on-screen'
import PeoplePickerPage from './people'
import { anAccount } from './sample-certificate'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('../../fake-taro')>('../../fake-taro').fakeTaro)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))

const KEY = draftKey('acc-zhang', { id: null, deviceId: null })
const people = [anAccount('lisi', '李四'), anAccount('wangwu', '王五', { bound: false, follows: false, hasPhone: false }), anAccount('zhaoliu', '赵六', { follows: false, wechatCredits: 3 })]

beforeEach(() => {
  forgetCalls()
  forgetAll()
  dropDraft(KEY)
  forgetAll()
  answer(listAccounts, ({ keyword, page, pageSize }) => {
    const rows = people.filter(({ name }) => name.includes(keyword))
    return { rows, total: rows.length, page, pageSize }
  })
})

test('S40: several accounts are chosen, a search loses none of them, and 确定 hands them to the form', async () => {
  showPage(<PeoplePickerPage />)
  await userEvent.click(await screen.findByText('李四'))
  fireEvent.change(screen.getByLabelText('姓名、登录名'), { target: { value: '王' } })
  await userEvent.click(screen.getByText('查询'))
  await waitFor(() => expect(screen.queryByText('李四')).toBeNull())
  await userEvent.click(screen.getByText('王五'))
  expect(screen.getByText('已选 2 人')).toBeInTheDocument()
  await userEvent.click(screen.getByText('确定'))
  expect(readDraft(KEY)?.form.recipientIds).toEqual(['lisi', 'wangwu'])
  expect(wentTo).toEqual(['back'])
})

test('B5: each account shows the ways to it', async () => {
  showPage(<PeoplePickerPage />)
  expect(await screen.findByText('没有手机号 未绑定小程序 未关注公众号')).toBeInTheDocument()
  expect(screen.getByText('有手机号 已绑定小程序 未关注公众号 微信还可提醒 3 次')).toBeInTheDocument()
})

test('取消 keeps nothing of it', async () => {
  showPage(<PeoplePickerPage />)
  await userEvent.click(await screen.findByText('李四'))
  await userEvent.click(screen.getByText('取消'))
  expect(readDraft(KEY)?.form.recipientIds).toEqual([])
})
