import '@testing-library/jest-dom'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listAccounts } from '../../../../contract/account'
import type { OutputOf } from '../../../../contract/operation'
import { claimCertificate, getPerson, setPresence } from '../../../../contract/person'
import { PersonDetail } from '../../../features/person/person-detail'
import { entry } from '../../../platform/testing/examples'
import { answer, asked, forgetCalls } from '../../fake-cloud'
import { forgetAll } from '../../fake-taro'
import { showPage } from '../../on-screen'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('../../certificate/record/fake-taro-with-sheets')>('../../certificate/record/fake-taro-with-sheets').fakeTaroWithSheets)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))

const person = (over: Partial<OutputOf<typeof getPerson>> = {}): OutputOf<typeof getPerson> => ({
  person: { id: 'p-wei', staffNumber: '2001', name: '张伟', department: { id: 'd', name: '影像中心' }, title: '技师', employment: 'permanent', presence: 'present' },
  version: 4, account: { id: 'wei', name: '张伟', loginName: 'zhangwei', active: true, successor: null },
  certificates: [entry('c1', { number: 'C1', holderName: '张伟' })], namesakes: [entry('c2', { number: 'C2', holderName: '张伟' })], told: [entry('c3', { number: 'C3', holderName: '李四' })],
  counts: { certificates: 1, namesakes: 1, told: 1 }, mayWrite: true, maySwitchOff: true, ...over,
})

beforeEach(() => {
  forgetCalls()
  forgetAll()
  answer(getPerson, () => person())
  answer(listAccounts, ({ page = 1, pageSize = 20 }) => ({ rows: [{ id: 'wang', name: '王五', loginName: 'wangwu', role: 'staff' as const, department: null, reach: { bound: true, follows: false, hasPhone: true, wechatCredits: 0 } }], total: 1, page, pageSize }))
})

test('B27: 离职 in three taps names every certificate and message it touches, and who is told instead', async () => {
  answer(setPresence, () => ({ version: 5 }))
  showPage(<PersonDetail id='p-wei' />)
  await userEvent.click(await screen.findByRole('button', { name: '离职' }))
  const sheet = await screen.findByRole('dialog')
  expect(sheet).toHaveTextContent('他名下有 1 张证，有 1 张证提醒他，账号在用。')
  await userEvent.click(await within(sheet).findByRole('radio', { name: /王五/ }))
  await userEvent.click(within(sheet).getByRole('button', { name: '确定离职' }))
  await waitFor(() => expect(asked(setPresence)).toEqual([{ id: 'p-wei', version: 4, presence: 'left', account: { successorId: 'wang' } }]))
})

test('B27: a certificate that only bears his name is his when somebody says so', async () => {
  answer(claimCertificate, () => ({}))
  showPage(<PersonDetail id='p-wei' />)
  await userEvent.click(await screen.findByRole('button', { name: 'C2是他的' }))
  await waitFor(() => expect(asked(claimCertificate)).toEqual([{ id: 'p-wei', certificateId: 'c2', theirs: true }]))
})

test('B25: who may only read is offered nothing to change', async () => {
  answer(getPerson, () => person({ mayWrite: false, maySwitchOff: false }))
  showPage(<PersonDetail id='p-wei' />)
  expect(await screen.findByText('同名的证')).toBeInTheDocument()
  for (const name of ['离职', '转科', 'C2是他的', '修改']) expect(screen.queryByRole('button', { name })).not.toBeInTheDocument()
})
