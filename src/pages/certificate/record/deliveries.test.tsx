import '@testing-library/jest-dom'
import { fireEvent, screen } from '@testing-library/react'
import { getCertificate, listDeliveries } from '../../../../contract/certificate'
import { resendDelivery } from '../../../../contract/plan'
import type { Delivery } from '../../../features/certificate/delivery-days'
import { answer, asked, forgetCalls, Refusal } from '../../fake-cloud'
import { forgetAll, params } from '../../fake-taro'
import { showPage } from '../../on-screen'
import DeliveriesPage from './deliveries'
import { aCertificate } from './sample-certificate'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('../../fake-taro')>('../../fake-taro').fakeTaro)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))

const reach = { bound: true, follows: true, hasPhone: true, wechatCredits: 0 }
const delivery = (id: string, change: Partial<Delivery> = {}): Delivery => ({
  id, day: '2026-11-23', slot: '08:00:00', accountId: 'a', account: '张三', channel: 'home', route: null, state: 'sent', reason: '', at: '2026-11-23T00:00:00.000Z', readAt: null, ...change,
})
const told = (rows: Delivery[]) => answer(listDeliveries, ({ page, pageSize }) => ({ rows, total: rows.length, page, pageSize }))

beforeEach(() => {
  forgetCalls()
  forgetAll()
  params.id = 'cert-1'
  answer(getCertificate, () => ({
    certificate: aCertificate({ recipients: [
      { id: 'a', name: '张三', because: ['creator'], reach }, { id: 'b', name: '李四', because: ['named'], reach }, { id: 'c', name: '王五', because: ['named'], reach },
    ] }),
    today: '2026-11-23',
  }))
})

test('B7: the page answers how many should know and how many know today', async () => {
  told([delivery('1'), delivery('2', { accountId: 'b', account: '李四', channel: 'sms' }), delivery('3', { accountId: 'c', account: '王五', channel: 'wechat', state: 'held', reason: 'not-bound' }), delivery('4', { accountId: 'c', account: '王五', day: '2026-11-22' })])
  showPage(<DeliveriesPage />)
  expect(await screen.findByRole('heading', { name: '应知 3 人，今天 2 人已知' })).toBeInTheDocument()
})

test('B7: each person and channel says what became of it, and why not', async () => {
  told([delivery('1', { readAt: '2026-11-23T00:12:00.000Z' }), delivery('3', { accountId: 'c', account: '王五', channel: 'wechat', state: 'held', reason: 'not-following-no-credit' })])
  showPage(<DeliveriesPage />)
  expect(await screen.findByText('08:00 08:12 已读')).toBeInTheDocument()
  expect(screen.getByText('没发出')).toBeInTheDocument()
  expect(screen.getByText('未关注公众号，请他关注公众号')).toBeInTheDocument()
  expect(screen.getByText('第 16 次')).toBeInTheDocument()
})

test('before the first message the record says what will stand there', async () => {
  told([])
  showPage(<DeliveriesPage />)
  expect(await screen.findByText('到了提醒的日子，谁收到、谁没收到都记在这里。')).toBeInTheDocument()
})

describe('再发一次 (B7)', () => {
  const failed = delivery('3', { accountId: 'c', account: '王五', channel: 'sms', state: 'failed', reason: 'rate' })
  const button = () => screen.queryByRole('button', { name: '再发一次 王五 短信' })

  test('a message of today that failed is queued again, and the record is read anew', async () => {
    let rows = [failed]
    answer(listDeliveries, ({ page, pageSize }) => ({ rows, total: 1, page, pageSize }))
    answer(resendDelivery, () => {
      rows = [{ ...failed, state: 'queued', reason: '' }]
      return {}
    })
    showPage(<DeliveriesPage />)
    fireEvent.click(await screen.findByRole('button', { name: '再发一次 王五 短信' }))
    expect(await screen.findByText('等待发送')).toBeInTheDocument()
    expect(asked(resendDelivery)).toEqual([{ id: 'cert-1', deliveryId: '3' }])
    expect(button()).toBeNull()
  })

  test('a refusal is told in words', async () => {
    told([failed])
    answer(resendDelivery, () => { throw new Refusal('delivery.told-otherwise') })
    showPage(<DeliveriesPage />)
    fireEvent.click(await screen.findByRole('button', { name: '再发一次 王五 短信' }))
    expect(await screen.findByText('今天已经用别的一条通知到他，不再重发。')).toBeInTheDocument()
  })

  test('not of another day, not by 科室人员', async () => {
    told([{ ...failed, day: '2026-11-22' }])
    const { unmount } = showPage(<DeliveriesPage />)
    await screen.findByText('没送到')
    expect(button()).toBeNull()
    unmount()
    told([failed])
    showPage(<DeliveriesPage />, { role: 'staff' })
    await screen.findByText('没送到')
    expect(button()).toBeNull()
  })
})
