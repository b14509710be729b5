import '@testing-library/jest-dom'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { emptyForm } from '../../../../domain/certificate/certificate'
import { sendCall } from '../../../platform/cloud'
import { functionsThat, Refusal, show } from '../../../platform/testing/fake-functions'
import { ReadPhoto } from './read-photo'
import type { CertificateFormDesk } from './use-certificate-form'

jest.mock('../../../platform/cloud', () => ({ sendCall: jest.fn() }))
const send = sendCall as jest.Mock

const photo = { id: 'photo', name: '证.jpg', type: 'image/jpeg', bytes: 10, url: 'x' }
const deskWith = (set: jest.Mock) => ({
  set, draft: { form: { ...emptyForm(), number: 'HZ-1', attachmentIds: ['photo'] }, base: { attachmentIds: [] }, known: {}, attachments: [photo] },
}) as unknown as CertificateFormDesk
jest.mock('../draft', () => ({ chosenAttachments: (draft: { attachments: unknown[] }) => draft.attachments, stagedIds: () => ['photo'] }))

const PROPOSALS = [{ field: 'number', value: 'HZ-2023-00018', from: '证书编号:HZ-2023-00018' }, { field: 'holderName', value: '王五', from: '姓名:王五' }]

test('B15: what a photo says is shown with its line; only what is ticked is filled in, and what stands already stays', async () => {
  const functions = functionsThat({ 'attachment.read-text': () => ({ proposals: PROPOSALS }) })
  send.mockImplementation(functions.send)
  const set = jest.fn()
  show(<ReadPhoto desk={deskWith(set)} />)
  await userEvent.click(screen.getByRole('button', { name: /从照片识字/ }))
  expect(await screen.findByText('读自「姓名:王五」')).toBeInTheDocument()
  expect(screen.getByText(/现在填的是 HZ-1/)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '填入勾选的项目' }))
  expect(set).toHaveBeenCalledWith({ holderName: '王五' })
  await userEvent.click(screen.getByRole('button', { name: /从照片识字/ }))
  expect(functions.made('attachment.read-text')).toHaveLength(1)
})

test.each([
  ['attachment.text-quota', {}, '今天的识字次数已用完，请自己填写。'],
  ['attachment.text-enough', { limit: 20 }, '您今天已识字 20 次，明天可以再用，请自己填写。'],
])('B15: on %s the form says why and goes on by hand with one tap', async (code, detail, words) => {
  send.mockImplementation(functionsThat({ 'attachment.read-text': () => { throw new Refusal(code, detail) } }).send)
  const set = jest.fn()
  show(<ReadPhoto desk={deskWith(set)} />)
  await userEvent.click(screen.getByRole('button', { name: /从照片识字/ }))
  expect(await screen.findByText(words)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '自己填' }))
  expect(screen.queryByText(words)).not.toBeInTheDocument()
  expect(set).not.toHaveBeenCalled()
})
