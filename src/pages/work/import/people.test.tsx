import '@testing-library/jest-dom'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import type { SheetPreview } from '../../../../contract/import'
import { previewPersonImport, startPersonImport } from '../../../../contract/person-import'
import { storage } from '../../../platform/storage'
import { answer, asked, forgetCalls } from '../../fake-cloud'
import { forgetAll, wentTo } from '../../fake-taro'
import { showPage } from '../../on-screen'
import PersonImportPage from './people'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('../../fake-taro')>('../../fake-taro').fakeTaro)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))

const preview = (over: Partial<SheetPreview> = {}): SheetPreview => ({
  fileName: '名册.xlsx', sheets: ['名册'], sheet: '名册', headers: [{ text: '职工号', key: 'staffNumber', sample: '2001' }, { text: '姓名', key: 'name', sample: '张伟' }],
  missing: [], repeated: [], total: 2, ready: 2, faulty: 0, faultyRows: [], digest: 'd1', ...over,
})

beforeEach(() => {
  forgetCalls()
  forgetAll()
  storage.write('import-file:person', { id: 'file-1', name: '名册.xlsx' })
})

test('B27: what is sound of a personnel list is imported, and the job is shown', async () => {
  answer(previewPersonImport, () => preview())
  answer(startPersonImport, () => ({ jobId: 'job-1', rows: 2 }))
  showPage(<PersonImportPage />)
  fireEvent.click(await screen.findByRole('button', { name: '导入 2 行' }))
  await waitFor(() => expect(wentTo).toEqual(['/pages/work/record/job?id=job-1']))
  expect(asked(startPersonImport)).toMatchObject([{ fileId: 'file-1', digest: 'd1' }])
})

test('B27: who is on record already is told at his row, with the way to his record', async () => {
  answer(previewPersonImport, () => preview({ ready: 1, faulty: 1, faultyRows: [{ row: 3, label: '张伟 2001', problems: [{ field: 'staffNumber', code: 'import.person-there', detail: 'p-1' }] }] }))
  showPage(<PersonImportPage />)
  expect(await screen.findByText('工号：人员档案里已有这个工号，请打开核对')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: /看已有的档案/ }))
  expect(wentTo).toEqual(['/pages/work/person/detail?id=p-1'])
})
