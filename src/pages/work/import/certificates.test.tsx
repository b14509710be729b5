import '@testing-library/jest-dom'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { previewCertificateImport, startCertificateImport } from '../../../../contract/certificate-import'
import { beginImportFile, unpackPhotos } from '../../../../contract/import'
import type { OutputOf } from '../../../../contract/operation'
import { listTypes } from '../../../../contract/type'
import { carry } from '../../../platform/carry-file'
import { storage } from '../../../platform/storage'
import { answer, asked, forgetCalls, Refusal } from '../../fake-cloud'
import { forgetAll, wentTo } from '../../fake-taro'
import { showPage } from '../../on-screen'
import CertificateImportPage from './certificates'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('../../fake-taro')>('../../fake-taro').fakeTaro)
jest.mock('../../../platform/carry-file', () => ({ uploadWay: () => 'put', carry: jest.fn() }))
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))

type Preview = OutputOf<typeof previewCertificateImport>
const preview = (over: Partial<Preview> = {}): Preview => ({
  fileName: '证件.xlsx', sheets: ['表1'], sheet: '表1', headers: [{ text: '证书编号', key: 'number', sample: 'C1' }, { text: '到期', key: 'expiresOn', sample: '2028-01-06' }],
  missing: [], repeated: [], total: 2, ready: 2, faulty: 0, faultyRows: [], digest: 'd1', expired: 0, warned: 0, photos: { matched: 0, unmatched: 0, names: [] }, ...over,
})

beforeEach(() => {
  forgetCalls()
  forgetAll()
  answer(listTypes, () => ({ types: [], note: '' }))
  storage.write('import-file:certificate', { id: 'file-1', name: '证件.xlsx' })
})

test('B23: without a file the page says what may be chosen', async () => {
  storage.remove('import-file:certificate')
  showPage(<CertificateImportPage />)
  expect(await screen.findByRole('button', { name: '选择文件' })).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '下载模板' })).toBeInTheDocument()
})

test('B23: a file that was chosen before is still there; what is sound is imported, and the job is shown', async () => {
  answer(previewCertificateImport, () => preview({ expired: 1, warned: 1 }))
  answer(startCertificateImport, () => ({ jobId: 'job-1', rows: 2 }))
  showPage(<CertificateImportPage />)
  expect(await screen.findByRole('heading', { name: '可导入 2 行' })).toBeInTheDocument()
  expect(screen.getByText('1 张已过期：只登记，不发提醒。')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: '导入 2 行' }))
  await waitFor(() => expect(wentTo).toEqual(['/pages/work/record/job?id=job-1']))
  expect(asked(startCertificateImport)).toMatchObject([{ fileId: 'file-1', digest: 'd1' }])
  expect(storage.read('import-file:certificate')).toBeNull()
})

test('B23: a needed column that no header means is asked for, and the answer is remembered', async () => {
  answer(previewCertificateImport, ({ columns }) => (columns['到期'] ? preview() : preview({ missing: ['expiresOn'], total: 0, ready: 0, headers: [{ text: '到期', key: '', sample: '2028-01-06' }] })))
  showPage(<CertificateImportPage />)
  expect(await screen.findByText(/没有找到「有效期至」/)).toBeInTheDocument()
  fireEvent.change(screen.getByLabelText('到期'), { target: { value: 'expiresOn' } })
  expect(await screen.findByRole('heading', { name: '可导入 2 行' })).toBeInTheDocument()
  expect(storage.read('import-columns:certificate')).toEqual({ 到期: 'expiresOn' })
})

test('B23, B33: a faulty row says its line, its column and what to do, and leads to the certificate that is there', async () => {
  answer(previewCertificateImport, () => preview({ total: 3, faulty: 1, faultyRows: [{ row: 12, label: '张伟 · C1', problems: [{ field: 'number', code: 'certificate.number-taken', detail: 'cert-9' }] }] }))
  showPage(<CertificateImportPage />)
  expect(await screen.findByText('证件号：系统里已有同号同类型的证，请打开已有的证核对')).toBeInTheDocument()
  expect(screen.getByText('第 12 行')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: '看已有的证：第 12 行' }))
  expect(wentTo).toEqual(['/pages/certificate/record/detail?id=cert-9'])
})

test('B33, S32: files of a zip that stay out are listed by why they do', async () => {
  const refused = [{ name: '读我.txt', code: 'attachment.type-not-allowed' }, { name: '全景.jpg', code: 'attachment.too-many-pixels' }, { name: '改名.jpg', code: 'attachment.not-what-it-says' }, { name: '录像.mp4', code: 'attachment.type-not-allowed' }]
  storage.write('import-photos:certificate', [{ id: 'pack-1', name: '照片.zip', total: 9, refused }])
  answer(previewCertificateImport, () => preview({ photos: { matched: 4, unmatched: 1, names: ['合影.jpg'] } }))
  showPage(<CertificateImportPage />)
  for (const words of [
    '1 张没有对上，不会导入：合影.jpg', '2 个文件不是照片或 PDF，不会导入：读我.txt、录像.mp4', '1 个文件超过 5500 万像素（请压缩后再放入），不会导入：全景.jpg', '1 个文件内容和文件名不符，不会导入：改名.jpg',
  ]) expect(await screen.findByText(words)).toBeInTheDocument()
  storage.remove('import-photos:certificate')
})

/** A zip is chosen in the window that 添加照片压缩包 opens. */
const chooseZip = async (): Promise<void> => {
  fireEvent.click(await screen.findByRole('button', { name: '添加照片压缩包' }))
  const input = document.querySelector('input[type=file]') as HTMLInputElement
  await act(async () => { fireEvent.change(input, { target: { files: [new File(['zip'], '照片.zip')] } }) })
}

test('B33, S32: a zip that the line broke off is sent again by 重试 without being chosen again, and is not sent again once it has arrived', async () => {
  answer(previewCertificateImport, () => preview())
  answer(beginImportFile, () => ({ id: 'pack-1', path: 'imports/pack-1.zip', put: null }))
  const line = { broken: true }
  answer(unpackPhotos, ({ from }) => {
    if (from === 4 && line.broken) throw new Error('no line')
    return { next: from === 0 ? 4 : null, total: 9, refused: [] }
  })
  jest.mocked(carry).mockRejectedValueOnce(new Error('no line')).mockResolvedValue(undefined)
  showPage(<CertificateImportPage />)
  await chooseZip()
  expect(await screen.findByText(/照片\.zip：.*网络/)).toBeInTheDocument()
  expect(asked(unpackPhotos)).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: '重试' }))
  await waitFor(() => expect(asked(unpackPhotos).map(({ from }) => from)).toEqual([0, 4]))
  line.broken = false
  fireEvent.click(await screen.findByRole('button', { name: '重试' }))
  expect(await screen.findByText(/照片\.zip\s9 个文件/)).toBeInTheDocument()
  expect(carry).toHaveBeenCalledTimes(2)
  expect(asked(beginImportFile)).toHaveLength(2)
  storage.remove('import-photos:certificate')
})

test.each([
  ['sheet.old-or-locked', /去掉密码/], ['sheet.too-large', /超过 10 MB/], ['sheet.not-a-sheet', /不是表格文件/], ['import.file-gone', /只保留一天/],
])('B23: %s is told in words, and another file can be chosen', async (code, words) => {
  answer(previewCertificateImport, () => { throw new Refusal(code) })
  showPage(<CertificateImportPage />)
  expect(await screen.findByText(words)).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '选择文件' })).toBeInTheDocument()
})
