import '@testing-library/jest-dom'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listAccounts } from '../../../../contract/account'
import { handOver, previewHandOver } from '../../../../contract/bulk'
import { answer, asked, forgetCalls, Refusal } from '../../fake-cloud'
import { forgetAll, wentTo } from '../../fake-taro'
import { showPage } from '../../on-screen'
import HandOverPage from './hand-over'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('../../certificate/record/fake-taro-with-sheets')>('../../certificate/record/fake-taro-with-sheets').fakeTaroWithSheets)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))
jest.mock('../../../platform/confirm', () => ({ confirm: () => Promise.resolve(true) }))

const account = (id: string, name: string) => ({
  id, name, loginName: id, role: 'staff' as const, department: { id: 'dept-ct', name: 'CT室' }, reach: { bound: true, follows: false, hasPhone: true, wechatCredits: 0 },
})

beforeEach(() => {
  forgetCalls()
  forgetAll()
  answer(listAccounts, ({ page = 1, pageSize = 20 }) => ({ rows: [account('li', '李四'), account('wang', '王五')], total: 2, page, pageSize }))
  answer(previewHandOver, () => ({ certificates: 12 }))
  answer(handOver, () => ({ jobId: 'job-7' }))
})

const choose = async (whose: string, name: RegExp) => {
  await userEvent.click(await screen.findByRole('button', { name: `选择${whose}` }))
  const dialog = await screen.findByRole('dialog', { name: whose })
  await userEvent.click(await within(dialog).findByRole('radio', { name }))
  await userEvent.click(within(dialog).getByText('确定'))
}
const begin = () => screen.getByRole('button', { name: '开始交接' })

test('B20: what moves is told before the hand-over, which is a job', async () => {
  showPage(<HandOverPage />)
  await choose('交出的人', /李四/)
  expect(await screen.findByText('现在有 12 张证提醒李四，会改为提醒接手的人。')).toBeInTheDocument()
  expect(begin()).toBeDisabled()
  await choose('接手的人', /王五/)
  await userEvent.click(begin())
  await waitFor(() => expect(wentTo).toEqual(['/pages/work/record/job?id=job-7']))
  expect(asked(handOver)).toEqual([{ from: 'li', to: 'wang' }])
})

test('B20: nobody hands over to himself, and nothing to hand over is said', async () => {
  answer(previewHandOver, () => ({ certificates: 0 }))
  showPage(<HandOverPage />)
  await choose('交出的人', /李四/)
  expect(await screen.findByText('没有证件提醒李四，不用交接。')).toBeInTheDocument()
  await choose('接手的人', /李四/)
  expect(await screen.findByText('交出的人和接手的人不能是同一个账号。')).toBeInTheDocument()
  expect(begin()).toBeDisabled()
})

test('a refusal is told in words and loses nobody who was chosen', async () => {
  answer(handOver, () => { throw new Refusal('account.off') })
  showPage(<HandOverPage />)
  await choose('交出的人', /李四/)
  await choose('接手的人', /王五/)
  await userEvent.click(begin())
  expect(await screen.findByText('接手的账号已停用，请另选一个人。')).toBeInTheDocument()
  expect(screen.getByText('王五')).toBeInTheDocument()
})

test('B25: the office hands over; who may not is told who does', async () => {
  showPage(<HandOverPage />, { role: 'staff' })
  expect(await screen.findByText('工作交接由院级管理员和设备科办理。')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '开始交接' })).toBeNull()
})
