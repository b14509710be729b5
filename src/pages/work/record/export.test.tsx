import '@testing-library/jest-dom'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listCertificateDevices, listCertificates } from '../../../../contract/certificate'
import { listDepartments } from '../../../../contract/device'
import { exportCertificates } from '../../../../contract/sheet'
import { listTypes } from '../../../../contract/type'
import { answer, asked, forgetCalls, Refusal } from '../../fake-cloud'
import { forgetAll, params } from '../../fake-taro'
import { showPage } from '../../on-screen'
import CertificateExportPage from './export'

const mockSave = jest.fn()
jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('../../fake-taro')>('../../fake-taro').fakeTaro)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))
jest.mock('../../../platform/save-file', () => ({ FILE_WAY: '', saveFile: (file: unknown) => Promise.resolve(mockSave(file)) }))

const counts = { expired: 0, 'within-30': 0, 'within-90': 0, 'within-180': 1, ok: 0, 'long-term': 0 }
const counted = (rows: number, certificates: number): void => {
  answer(listCertificateDevices, ({ page, pageSize }) => ({ rows: [], total: rows, page, pageSize }))
  answer(listCertificates, ({ page, pageSize }) => ({ rows: [], total: certificates, page, pageSize, counts }))
}

beforeEach(() => {
  forgetCalls()
  forgetAll()
  answer(listDepartments, () => ({ rows: [{ id: 'dept-ct', name: 'CT室', parentId: null }] }))
  answer(listTypes, () => ({ types: [], note: '' }))
  answer(exportCertificates, () => ({ name: '设备操作证 2026-11-23.xlsx', url: 'https://files/x', rows: 3 }))
})

test('B23: what would be in the file is said before it is made, and it is made of what the list showed', async () => {
  Object.assign(params, { keyword: '李', bucket: 'expired', departmentId: 'dept-ct', stamp: '1' })
  counted(3, 2)
  showPage(<CertificateExportPage />)
  expect(await screen.findByRole('heading', { name: '导出 3 行，2 张证' })).toBeInTheDocument()
  for (const words of ['李', '已过期', 'CT室']) expect(screen.getByText(words)).toBeInTheDocument()
  await userEvent.click(screen.getByText('导出Excel'))
  await waitFor(() => expect(mockSave).toHaveBeenCalledWith(expect.objectContaining({ url: 'https://files/x' })))
  expect(asked(exportCertificates)).toEqual([{ keyword: '李', bucket: 'expired', departmentId: 'dept-ct' }])
})

test('B23: an address that no list made exports the whole list', async () => {
  Object.assign(params, { bucket: 'nonsense' })
  counted(15, 12)
  showPage(<CertificateExportPage />)
  expect(await screen.findByRole('heading', { name: '导出 15 行，12 张证' })).toBeInTheDocument()
  expect(screen.getByText('全部')).toBeInTheDocument()
})

test('S10: where nothing fits, nothing can be taken', async () => {
  Object.assign(params, { keyword: '没有' })
  counted(0, 0)
  showPage(<CertificateExportPage />)
  expect(await screen.findByRole('heading', { name: '没有可导出的内容' })).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '导出Excel' })).toBeDisabled()
})

test('B23: too many rows are told with what to do', async () => {
  counted(120_000, 100_000)
  answer(exportCertificates, () => { throw new Refusal('export.too-many', { rows: 120_000, max: 100_000 }) })
  showPage(<CertificateExportPage />)
  await screen.findByRole('heading', { name: '导出 120000 行，100000 张证' })
  await userEvent.click(screen.getByText('导出Excel'))
  expect(await screen.findByText(/一次最多导出 100000 行/)).toBeInTheDocument()
})
