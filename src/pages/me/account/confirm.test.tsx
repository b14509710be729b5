import '@testing-library/jest-dom'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { scanWebLogIn } from '../../../../contract/web-log-in'
import { openedFromPicture } from '../../../platform/opened-from'
import { answer, asked, forgetCalls, NOW } from '../../fake-cloud'
import { forgetAll, params, wentTo } from '../../fake-taro'
import { showPage } from '../../on-screen'
import ConfirmPage from './confirm'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('../../fake-taro')>('../../fake-taro').fakeTaro)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))
jest.mock('../../../platform/opened-from', () => ({ openedFromPicture: jest.fn() }))

const TICKET = 't'.repeat(22)

beforeEach(() => {
  forgetCalls()
  forgetAll()
  params.scene = TICKET
  answer(scanWebLogIn, () => ({ purpose: 'log-in', system: 'windows', browser: 'chrome', address: '10.0.0.1', begunAt: NOW, expiresAt: NOW }) as const)
})

test('B22: a code before the camera shows which computer asks', async () => {
  ;(openedFromPicture as jest.Mock).mockReturnValue(false)
  showPage(<ConfirmPage />)
  expect(await screen.findByText('10.0.0.1')).toBeInTheDocument()
  expect(asked(scanWebLogIn)).toEqual([{ ticket: TICKET }])
})

test('B22: a code in a picture that somebody sent is not even looked at, and the phone says what to do', async () => {
  ;(openedFromPicture as jest.Mock).mockReturnValue(true)
  showPage(<ConfirmPage />)
  await userEvent.click(await screen.findByRole('button', { name: '回首页' }))
  expect(screen.getByText('图片里的码不能用来登录')).toBeInTheDocument()
  expect(asked(scanWebLogIn)).toEqual([])
  expect(wentTo).toEqual(['/pages/home/home'])
})
