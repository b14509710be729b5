import '@testing-library/jest-dom'
import { fireEvent, screen } from '@testing-library/react'
import { makePack, outlinePack, packDevices } from '../../../../contract/review'
import { answer, asked, forgetCalls, Refusal } from '../../fake-cloud'
import { forgetAll } from '../../fake-taro'
import { showPage } from '../../on-screen'
import PackPage from './pack'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('../../fake-taro')>('../../fake-taro').fakeTaro)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))

const paper = { certificateId: 'c1', holder: '张伟', type: '设备操作证', number: 'C1', issuedOn: '2022-01-01', expiresOn: '2026-10-31', longTerm: false, valid: false, scans: [{ attachmentId: 'a1', name: '证.jpg', type: 'image/jpeg' as const }] }

beforeEach(() => {
  forgetCalls()
  forgetAll()
  answer(outlinePack, () => ({ certificates: 3, valid: 2, soon: 1, scans: 4, bare: 1, rate: 875 }))
  answer(packDevices, ({ page, pageSize }) => ({ rows: [{ id: 'd1', code: '000059', name: 'CT', department: '影像中心', wanted: 1, holders: 0, papers: [paper] }], total: 1, page, pageSize }))
})

test.each([[false], [true]])('B17: the pack says who had what on the day and what was short, and a pack that is too large says how to divide it (wide: %s)', async (wide) => {
  answer(makePack, () => { throw new Refusal('review.too-many', { rows: 4000, max: 3000 }) })
  showPage(<PackPage />, { wide })
  expect(await screen.findByText('87.5')).toBeInTheDocument()
  expect(await screen.findByText('系统内无有效操作证记录')).toBeInTheDocument()
  expect(screen.getByText('当日无效')).toBeInTheDocument()
  fireEvent.click(screen.getByText('导出Excel'))
  expect(await screen.findByText('共 4000 张证照，一次最多 3000 张，请按科室或证件类型分次下载。')).toBeInTheDocument()
  expect(asked(makePack)).toEqual([{ on: '2026-11-23' }])
})

test('B17: who answers for no department is told who prepares the pack', async () => {
  showPage(<PackPage />, { role: 'staff' })
  expect(await screen.findByText('迎检包由设备科和科室负责人准备。')).toBeInTheDocument()
})
