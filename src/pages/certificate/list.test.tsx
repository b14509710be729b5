import '@testing-library/jest-dom'
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { certificatePhotos, listCertificateDevices, listCertificates, type CertificateDeviceRow, type CertificateEntry } from '../../../contract/certificate'
import { listDepartments } from '../../../contract/device'
import { answer, asked, forgetCalls } from '../fake-cloud'
import { comesBack, forgetAll, pullsDown, reachesBottom, wentTo } from '../fake-taro'
import { showPage } from '../on-screen'
import CertificateListPage from './list'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('../fake-taro')>('../fake-taro').fakeTaro)
jest.mock('../../platform/cloud', () => jest.requireActual<typeof import('../fake-cloud')>('../fake-cloud'))

const department = { id: 'dept-ct', name: 'CT室' }
const aDevice = { id: 'dev-59', code: '000059', name: 'X射线电子计算机体层螺旋扫描装置 (CT)', department, model: 'SOMATOM', type: '放射影像', unit: '台(套)' }
const certificate = (id: string, part: Partial<CertificateEntry> = {}): CertificateEntry => ({
  id, version: 1, typeName: '', number: 'C000000004', holderName: '李四', title: '主管技师', devices: [aDevice], deviceCount: 1, expiresOn: '2026-12-08', longTerm: false, leadDays: 30,
  sendTime: '08:00:00', handling: null, nextSendAt: null, ...part,
})
const counts = { expired: 2, 'within-30': 3, 'within-90': 4, 'within-180': 6, ok: 41, 'long-term': 5 }
const list = (rows: CertificateEntry[], total = rows.length) => answer(listCertificates, ({ page, pageSize }) => ({ rows: rows.slice(0, pageSize), total, page, pageSize, counts }))

/** The guide's own row (S11). */
const guideRow: CertificateDeviceRow = {
  certificateId: 'cert-1', typeId: 'device-operator', deviceId: 'dev-63', deviceName: '环境监测用x-r辐射空气比释动能率仪', deviceCode: '000063', number: 'C000000001', holderName: '张三', expiresOn: '2028-01-06',
  longTerm: false, deviceType: '', department: { id: 'dept-imaging', name: '影像中心' }, leadDays: 5, sendTime: '08:00:00', unit: '', handling: null,
}
const table = (rows: CertificateDeviceRow[], total = rows.length) => answer(listCertificateDevices, ({ page, pageSize }) => ({ rows, total, page, pageSize }))

beforeEach(() => {
  forgetCalls()
  forgetAll()
  answer(listDepartments, () => ({ rows: [{ id: 'dept-ct', name: 'CT室', parentId: null }] }))
})

const margin = (container: HTMLElement) => [...container.querySelectorAll('.entry__w')].map((each) => each.textContent)

describe('操作证 on the phone', () => {
  test('S9: one entry per certificate names holder, 证件号, device with 唯一码, department and 有效期至', async () => {
    list([certificate('a')])
    showPage(<CertificateListPage />)
    const entry = (await screen.findByText('李四')).closest('.entry')
    expect(entry).toHaveTextContent(/李四.*C000000004.*X射线电子计算机体层螺旋扫描装置 \(CT\).*000059.*CT室.*有效期至 2026-12-08/)
  })

  test('S9: a certificate of several devices says how many', async () => {
    list([certificate('a', { deviceCount: 3 })])
    showPage(<CertificateListPage />)
    expect(await screen.findByText('等 3 台')).toBeInTheDocument()
  })

  test('S30: cards show the first photo of their certificate, all asked for at once; one without, and one whose picture is hidden, has a quiet sheet', async () => {
    list([certificate('a', { pictured: true }), certificate('hidden', { pictured: true }), certificate('none')])
    answer(certificatePhotos, () => ({ photos: [{ id: 'a', url: 'https://files/a' }] }))
    const { container } = showPage(<CertificateListPage />)
    await waitFor(() => expect(container.querySelector('.cphoto__i')).toHaveAttribute('src', 'https://files/a'))
    expect(asked(certificatePhotos)).toEqual([{ ids: ['a', 'hidden'] }])
    expect([...container.querySelectorAll('.cphoto')].map((each) => each.querySelector('.cphoto__i') !== null)).toEqual([true, false, false])
  })

  test('S30: a list whose photos cannot be had is a list all the same', async () => {
    list([certificate('a', { pictured: true })])
    const { container } = showPage(<CertificateListPage />)
    expect(await screen.findByText('李四')).toBeInTheDocument()
    await waitFor(() => expect(asked(certificatePhotos)).toHaveLength(1))
    expect(container.querySelectorAll('.cphoto')).toHaveLength(1)
  })

  test('B26: the margin column tells state and days; the last day is still valid and never red', async () => {
    list([
      certificate('over', { expiresOn: '2026-10-31' }), certificate('today', { expiresOn: '2026-11-23' }), certificate('soon'),
      certificate('later', { expiresOn: '2027-01-20' }), certificate('long', { expiresOn: null, longTerm: true }),
      certificate('review', { handling: { kind: 'review', note: '', reference: 'S-1', until: '2026-12-01', by: '张三', at: '2026-11-20T01:00:00.000Z' } }),
    ])
    const { container } = showPage(<CertificateListPage />)
    await screen.findAllByText('李四')
    expect(margin(container)).toEqual(['已过期23天', '今天到期（仍有效）', '30天内15天', '31–90天58天', '长期有效', '复审中15天'])
    expect(container.querySelectorAll('.entry .st--over')).toHaveLength(2)
  })

  test('S35: a warning that somebody has put off or handled says so beside the date', async () => {
    list([certificate('a', { handling: { kind: 'noted', note: '已知', reference: '', until: null, by: '张三', at: '2026-11-20T01:00:00.000Z' } })])
    showPage(<CertificateListPage />)
    expect(await screen.findByText(/有效期至 2026-12-08.*已处理/)).toBeInTheDocument()
  })

  test('B26: the strip counts each bucket and narrows the list to one', async () => {
    list([certificate('a')])
    showPage(<CertificateListPage />)
    const expired = await screen.findByRole('tab', { name: /已过期.*2/ })
    expect(screen.getByRole('tab', { name: /全部.*61/ })).toHaveAttribute('aria-selected', 'true')
    await userEvent.click(expired)
    await waitFor(() => expect(asked(listCertificates).at(-1)).toMatchObject({ bucket: 'expired', page: 1, pageSize: 20 }))
  })

  test('B23: 导出 takes along what narrows the list', async () => {
    list([certificate('a')])
    showPage(<CertificateListPage />)
    await userEvent.click(await screen.findByText('导出'))
    expect(wentTo).toEqual(['/pages/work/record/export?bucket=expired'])
  })

  test('filters are kept when somebody comes back to the list', async () => {
    list([certificate('a')])
    showPage(<CertificateListPage />)
    expect(await screen.findByRole('tab', { name: /已过期/, selected: true })).toBeInTheDocument()
    await waitFor(() => expect(asked(listCertificates).at(-1)).toMatchObject({ bucket: 'expired' }))
    await userEvent.click(screen.getByRole('tab', { name: /全部/ }))
    await waitFor(() => expect(asked(listCertificates).at(-1)).not.toHaveProperty('bucket'))
  })

  test('S6: 查询 passes the keyword on, and a search without result offers to clear it', async () => {
    list([])
    showPage(<CertificateListPage />)
    await userEvent.type(await screen.findByLabelText('设备、证件号、持证人'), '李四{enter}')
    await waitFor(() => expect(asked(listCertificates).at(-1)).toMatchObject({ keyword: '李四' }))
    await userEvent.click(await screen.findByText('清空条件'))
    await waitFor(() => expect(asked(listCertificates).at(-1)).toMatchObject({ keyword: '' }))
    expect(screen.queryByDisplayValue('李四')).toBeNull()
  })

  test('S7, S52: 所属科室 is chosen of the hospital’s own departments and narrows the list', async () => {
    list([certificate('a')])
    showPage(<CertificateListPage />)
    await screen.findByText('李四')
    await userEvent.selectOptions(screen.getByLabelText('所属科室'), 'CT室')
    await waitFor(() => expect(asked(listCertificates).at(-1)).toMatchObject({ departmentId: 'dept-ct' }))
    await userEvent.selectOptions(screen.getByLabelText('所属科室'), '全部')
  })

  test('S9: what expires last is put first and the other way round by one tap', async () => {
    list([certificate('a')])
    showPage(<CertificateListPage />)
    await userEvent.click(await screen.findByRole('button', { name: '按有效期，先到先列' }))
    await waitFor(() => expect(asked(listCertificates).at(-1)).toMatchObject({ order: 'far', page: 1 }))
    await userEvent.click(screen.getByRole('button', { name: '按有效期，后到先列' }))
    await waitFor(() => expect(asked(listCertificates).at(-1)).not.toHaveProperty('order'))
  })

  test('a tap opens the certificate', async () => {
    list([certificate('cert-a')])
    showPage(<CertificateListPage />)
    await userEvent.click(await screen.findByText('李四'))
    expect(wentTo).toEqual(['/pages/certificate/record/detail?id=cert-a'])
  })

  test('B13: a card near its end or beyond it is renewed straight from the list by who may write, one far from it is not', async () => {
    list([certificate('cert-1', { expiresOn: '2026-10-31' }), certificate('cert-2', { expiresOn: '2026-12-08' }), certificate('cert-3', { expiresOn: '2030-01-01' })])
    const { unmount } = showPage(<CertificateListPage />)
    for (const one of await screen.findAllByText('换证')) await userEvent.click(one)
    expect(wentTo).toEqual(['/pages/certificate/record/detail?id=cert-1&handle=renew', '/pages/certificate/record/detail?id=cert-2&handle=renew'])
    unmount()
    showPage(<CertificateListPage />, { role: 'viewer' })
    expect(await screen.findAllByText(/有效期至/)).toHaveLength(3)
    expect(screen.queryByText('换证')).not.toBeInTheDocument()
  })

  test('S10: an empty list says 暂无数据', async () => {
    list([])
    showPage(<CertificateListPage />)
    expect(await screen.findByText('暂无数据')).toBeInTheDocument()
  })

  test('while the first rows are on their way their boxes stand there', async () => {
    list([certificate('a')])
    showPage(<CertificateListPage />)
    expect(screen.getByLabelText('正在加载')).toBeInTheDocument()
    await screen.findByText('李四')
  })

  test('a failure says that reminding goes on, and 重试 brings the list', async () => {
    answer(listCertificates, () => {
      throw new Error('no network')
    })
    showPage(<CertificateListPage />)
    expect(await screen.findByText(/提醒由服务器发送，不受影响/)).toBeInTheDocument()
    list([certificate('a')])
    await userEvent.click(screen.getByText('重试'))
    expect(await screen.findByText('李四')).toBeInTheDocument()
  })

  test('pulled down, the list is asked again', async () => {
    list([certificate('a')])
    showPage(<CertificateListPage />)
    await screen.findByText('李四')
    list([certificate('a'), certificate('b', { holderName: '王五' })])
    act(pullsDown)
    expect(await screen.findByText('王五')).toBeInTheDocument()
  })

  test('a failure later on leaves the rows in sight', async () => {
    list([certificate('a')])
    showPage(<CertificateListPage />)
    await screen.findByText('李四')
    answer(listCertificates, () => {
      throw new Error('no network')
    })
    act(comesBack)
    expect(await screen.findByText(/没有取到最新数据/)).toBeInTheDocument()
    expect(screen.getByText('李四')).toBeInTheDocument()
  })

  test('rows that are there are not drawn again when the next twenty come', async () => {
    const page = (from: number) => Array.from({ length: 20 }, (_, index) => certificate(`c${from + index}`, { holderName: `持证人${from + index}` }))
    answer(listCertificates, ({ page: number, pageSize }) => ({ rows: page((number - 1) * 20), total: 60, page: number, pageSize, counts }))
    showPage(<CertificateListPage />)
    const first = await screen.findByText('持证人0')
    const drawn = jest.fn()
    const watch = new MutationObserver(drawn)
    watch.observe(first.closest('.entry') as HTMLElement, { childList: true, subtree: true, characterData: true, attributes: true })
    act(reachesBottom)
    await screen.findByText('持证人39')
    expect(drawn).not.toHaveBeenCalled()
    expect(screen.getByText('持证人0')).toBe(first)
  })
})

describe('设备操作证管理 on the desk', () => {
  test('S8, S11: the ten columns stand in the guide’s order, with the guide’s own row', async () => {
    list([certificate('a')], 63)
    table([guideRow], 71)
    showPage(<CertificateListPage />, { wide: true })
    expect((await screen.findAllByRole('columnheader')).map((cell) => cell.textContent)).toEqual(['序号', '操作', '设备名称', '证件号', '操作证有效期', '设备类型', '所属科室', '预警提前量', '发送时间', '单位'])
    const cells = within(screen.getAllByRole('row')[1] as HTMLElement).getAllByRole('cell').map((cell) => cell.textContent)
    expect(cells).toEqual(['1', '修改', '环境监测用x-r辐射空气比释动能率仪000063', 'C000000001张三', '2028-01-06正常', '—', '影像中心', '5', '08:00', '—'])
    expect(await screen.findByText('共 71 行，63 张证')).toBeInTheDocument()
  })

  test('S9: the head of 有效期 turns the order round and says which it is', async () => {
    list([certificate('a')])
    table([guideRow])
    showPage(<CertificateListPage />, { wide: true })
    const head = await screen.findByRole('columnheader', { name: '操作证有效期' })
    expect(head).toHaveAttribute('aria-sort', 'ascending')
    await userEvent.click(within(head).getByRole('button'))
    await waitFor(() => expect(asked(listCertificateDevices).at(-1)).toMatchObject({ order: 'far', page: 1 }))
    expect(screen.getByRole('columnheader', { name: '操作证有效期' })).toHaveAttribute('aria-sort', 'descending')
    await userEvent.click(within(screen.getByRole('columnheader', { name: '操作证有效期' })).getByRole('button'))
  })

  test('S3: the breadcrumb says 当前位置 > 证照管理 > 设备操作证管理', async () => {
    list([])
    table([guideRow])
    showPage(<CertificateListPage />, { wide: true })
    await screen.findByText('C000000001')
    expect(screen.getByLabelText('当前位置')).toHaveTextContent('当前位置>证照管理>设备操作证管理')
  })

  test('S12: 修改 opens the form of this certificate', async () => {
    list([])
    table([guideRow])
    showPage(<CertificateListPage />, { wide: true })
    await userEvent.click(await screen.findByText('修改'))
    expect(wentTo).toEqual(['/pages/certificate/record/edit?id=cert-1'])
  })

  test('B13: what is near its end or beyond it is renewed straight from the list; what is far from it is not', async () => {
    list([])
    table([guideRow, { ...guideRow, certificateId: 'cert-2', expiresOn: '2026-12-08' }, { ...guideRow, certificateId: 'cert-3', expiresOn: '2026-10-31' }])
    showPage(<CertificateListPage />, { wide: true })
    const [first, second] = await screen.findAllByText('换证')
    await userEvent.click(first as HTMLElement)
    await userEvent.click(second as HTMLElement)
    expect(wentTo).toEqual(['/pages/certificate/record/detail?id=cert-2&handle=renew', '/pages/certificate/record/detail?id=cert-3&handle=renew'])
    expect(screen.getAllByText('换证')).toHaveLength(2)
  })

  test('B25: who may only read is offered 详情 and no 新增', async () => {
    list([])
    table([guideRow])
    showPage(<CertificateListPage />, { wide: true, role: 'viewer' })
    await userEvent.click(await screen.findByText('详情'))
    expect(wentTo).toEqual(['/pages/certificate/record/detail?id=cert-1'])
    expect(screen.queryByText('新增设备操作证')).toBeNull()
  })

  test('S5: 新增设备操作证 opens an empty form', async () => {
    list([])
    table([guideRow])
    showPage(<CertificateListPage />, { wide: true })
    await userEvent.click(await screen.findByText('新增设备操作证'))
    expect(wentTo).toEqual(['/pages/certificate/record/edit'])
  })

  test('S6, S7, S10: keyword, 设备类型, pager and 10条/页 are asked of the functions', async () => {
    list([])
    table([guideRow], 71)
    showPage(<CertificateListPage />, { wide: true })
    await screen.findByText('C000000001')
    expect(asked(listCertificateDevices).at(-1)).toEqual({ keyword: '', menu: 'device-certificate', page: 1, pageSize: 10 })
    await userEvent.selectOptions(screen.getByLabelText('设备类型'), '放射影像')
    await userEvent.type(screen.getByLabelText('请输入关键词'), 'C0000')
    await userEvent.click(screen.getByText('查询'))
    await userEvent.click(screen.getByText('下一页'))
    await waitFor(() => expect(asked(listCertificateDevices).at(-1)).toEqual({ keyword: 'C0000', menu: 'device-certificate', deviceType: '放射影像', page: 2, pageSize: 10 }))
    await userEvent.selectOptions(screen.getByLabelText('每页条数'), '50')
    await waitFor(() => expect(asked(listCertificateDevices).at(-1)).toMatchObject({ page: 1, pageSize: 50 }))
  })
})
