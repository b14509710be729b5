import '@testing-library/jest-dom'
import { screen, within } from '@testing-library/react'
import { certificateHistory } from '../../../../contract/certificate'
import { answer, forgetCalls } from '../../fake-cloud'
import { forgetAll, params } from '../../fake-taro'
import { showPage } from '../../on-screen'
import HistoryPage from './history'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('../../fake-taro')>('../../fake-taro').fakeTaro)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))

beforeEach(() => {
  forgetCalls()
  forgetAll()
  params.id = 'cert-1'
})

test('S32: a scan that was replaced stands with the change that took it, with who and when, and opens; a hidden one has no link here either', async () => {
  const file = { type: 'image/jpeg' as const, bytes: 9 }
  const change = { field: 'attachmentIds', before: 2, after: 1, added: 1, removed: 2 }
  const entry = { at: '2026-11-22T02:00:00.000Z', by: '李四', operation: 'certificate.save', kind: null }
  answer(certificateHistory, ({ page, pageSize }) => ({
    rows: [
      { ...entry, id: 'h2', changes: [change], formerScans: [{ ...file, id: 'f1', name: '正面.jpg', url: 'https://files.example/1' }, { ...file, id: 'f2', name: '背面.jpg', url: '', hidden: true as const }] },
      { ...entry, id: 'h1', changes: [] },
    ], total: 2, page, pageSize,
  }))
  showPage(<HistoryPage />)
  const kept = await screen.findByText('换下的扫描件')
  expect(screen.getByText('操作证：增加 1 份，减少 2 份')).toBeInTheDocument()
  expect(screen.getAllByText('李四')).toHaveLength(2)
  expect([screen.getAllByText('2026-11-22'), screen.getAllByText('10:00')].map(({ length }) => length)).toEqual([2, 2])
  const scans = within(kept.parentElement ?? kept)
  expect(scans.getByRole('button', { name: '查看 正面.jpg' })).toBeInTheDocument()
  expect(scans.queryByRole('button', { name: '查看 背面.jpg' })).toBeNull()
  expect(scans.getByText('内容检查没有通过，已隐藏')).toBeInTheDocument()
})
