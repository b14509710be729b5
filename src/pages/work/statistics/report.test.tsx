import '@testing-library/jest-dom'
import { fireEvent, screen } from '@testing-library/react'
import { holdingPeople, holdingRates } from '../../../../contract/statistics'
import { answer, forgetCalls } from '../../fake-cloud'
import { forgetAll } from '../../fake-taro'
import { showPage } from '../../on-screen'
import StatisticsPage from './report'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('../../certificate/record/fake-taro-with-sheets')>('../../certificate/record/fake-taro-with-sheets').fakeTaroWithSheets)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))

const share = (key: string, name: string) => ({ key, name, rate: 666, holding: 2, lacking: 1, away: 1 })
const rates = { on: '2026-11-23', today: '2026-11-23', needs: 1, unlinked: 4, all: share('', ''), department: [share('mr', 'MR室')], deviceType: [], type: [share('operator', '设备操作证')] }
const who = (id: string, name: string, lacks: string[]) => ({ id, name, staffNumber: `00${id}`, department: 'MR室', lacks })

beforeEach(() => {
  forgetCalls()
  forgetAll()
})

test.each([[false], [true]])('B31: a percentage opens who lacks what, who holds, and who is 暂离 (wide: %s)', async (wide) => {
  answer(holdingRates, () => rates)
  answer(holdingPeople, () => ({ holding: [who('1', '钱七', []), who('2', '孙八', [])], lacking: [who('3', '李四', ['设备操作证（MR）'])], away: [who('4', '周九', [])] }))
  showPage(<StatisticsPage />, { wide })
  fireEvent.click(await screen.findByText('MR室'))
  expect(await screen.findByText('缺 设备操作证（MR）')).toBeInTheDocument()
  expect(screen.queryByText('钱七')).not.toBeInTheDocument()
  fireEvent.click(screen.getByText('已持证'))
  expect(await screen.findByText('钱七')).toBeInTheDocument()
  expect(screen.getByText('另有 4 张有效证件没有对应到人员档案，不计入持证率。')).toBeInTheDocument()
})

test('without rules the page says that nobody has said yet who needs what', async () => {
  answer(holdingRates, () => ({ ...rates, needs: 0, all: { ...rates.all, rate: null }, department: [], type: [] }))
  showPage(<StatisticsPage />)
  expect(await screen.findByText('还没有设定谁要持什么证')).toBeInTheDocument()
})
