import '@testing-library/jest-dom'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { approveSubmission, getSubmission, returnSubmission, type SubmissionView } from '../../../../contract/submission'
import { SubmissionRecord } from '../../../features/certificate/submission/submission-record'
import { answer, asked, forgetCalls, NOW, Refusal } from '../../fake-cloud'
import { forgetAll } from '../../fake-taro'
import { showPage } from '../../on-screen'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('./fake-taro-with-sheets')>('./fake-taro-with-sheets').fakeTaroWithSheets)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))

const view = (over: Partial<SubmissionView> = {}): SubmissionView => ({
  submission: {
    id: 's1', version: 2, kind: 'renewal', state: 'waiting', typeName: '设备操作证', attachments: [], devices: [], forSelf: false, by: '王五', at: NOW, certificateId: null,
    form: { typeId: 'device-operator', deviceIds: [], holderName: '王五', number: '', issuer: '', issuedOn: null, expiresOn: '2030-11-19', longTerm: false, note: '', attachmentIds: [] },
    turns: [{ turn: 'submitted', by: '王五', at: NOW, note: '' }],
  },
  old: { version: 7, holderName: '王五', number: 'C000000006', issuer: '', issuedOn: null, expiresOn: '2026-11-25', longTerm: false, attachments: [] },
  obstacle: null, mayReview: true, isOwn: false, today: '2026-11-23', ...over,
})

beforeEach(() => {
  forgetCalls()
  forgetAll()
})

test('B16: old and new stand side by side, and approving names the version that was compared; who was faster is told by name and time', async () => {
  answer(getSubmission, () => view())
  answer(approveSubmission, () => { throw new Refusal('certificate.changed-meanwhile', { by: '李四', at: '2026-11-23T02:02:00.000Z', version: 8 }) })
  showPage(<SubmissionRecord id='s1' />)
  expect(await screen.findByText('2026-11-25')).toBeInTheDocument()
  expect(screen.getByText('2030-11-19')).toBeInTheDocument()
  expect(screen.getAllByText('C000000006')).toHaveLength(2)
  await userEvent.click(screen.getByRole('button', { name: '通过' }))
  expect(await screen.findByText(/李四 在 11-23 10:02 改过这张证，已换成最新的/)).toBeInTheDocument()
  expect(asked(approveSubmission)).toEqual([{ id: 's1', version: 2, certificateVersion: 7 }])
})

test('B16: what stands in the way is said and cannot be approved; it is returned with a reason, never without', async () => {
  answer(getSubmission, () => view({ obstacle: 'certificate-renewed' }))
  answer(returnSubmission, () => ({ version: 3 }))
  showPage(<SubmissionRecord id='s1' />)
  expect(await screen.findByText(/在提交之后已经换过证/)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '通过' }))
  expect(asked(approveSubmission)).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: '退回' }))
  await userEvent.click(await screen.findByRole('button', { name: '退回，提交人会看到原因' }))
  expect(await screen.findByText('请写明退回的原因，提交人会看到。')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('tab', { name: '证件号和照片不一致' }))
  await userEvent.click(screen.getByRole('button', { name: '退回，提交人会看到原因' }))
  await waitFor(() => expect(asked(returnSubmission)).toEqual([{ id: 's1', version: 2, reason: '证件号和照片不一致' }]))
})
