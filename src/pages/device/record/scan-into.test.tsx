import '@testing-library/jest-dom'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listDepartments } from '../../../../contract/device'
import { scanCode } from '../../../platform/scan-code'
import { answer, forgetCalls } from '../../fake-cloud'
import { forgetAll } from '../../fake-taro'
import { showPage } from '../../on-screen'
import DeviceCreatePage from './create'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('../../fake-taro')>('../../fake-taro').fakeTaro)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))
jest.mock('../../../platform/scan-code', () => ({ mayScan: true, scanCode: jest.fn() }))

test('S44: a scanned nameplate fills UDI码 and what it says besides; a plain code fills the field it was scanned for', async () => {
  forgetCalls()
  forgetAll()
  answer(listDepartments, () => ({ rows: [] }))
  const scan = scanCode as jest.Mock
  showPage(<DeviceCreatePage />)
  scan.mockResolvedValueOnce('SN-OLD').mockResolvedValueOnce('(01)06901234567892(11)240301(21)SN-7').mockResolvedValueOnce('')
  await userEvent.click(await screen.findByText(/更多/))
  await userEvent.click(await screen.findByRole('button', { name: '扫码填序列号' }))
  await waitFor(() => expect(screen.getByLabelText('序列号')).toHaveValue('SN-OLD'))
  await userEvent.click(screen.getByRole('button', { name: '扫码填 UDI码' }))
  await waitFor(() => expect(screen.getByLabelText('UDI码')).toHaveValue('(01)06901234567892(11)240301(21)SN-7'))
  expect(screen.getByLabelText('生产日期')).toHaveValue('2024-03-01')
  await userEvent.click(screen.getByRole('button', { name: '扫码填序列号' }))
  expect(screen.getByLabelText('序列号')).toHaveValue('SN-OLD')
})
