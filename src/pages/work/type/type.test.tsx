import '@testing-library/jest-dom'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { getRules } from '../../../../contract/rules'
import { getType, listTypes, saveType, type TypeView } from '../../../../contract/type'
import { TYPE_PRESETS } from '../../../../domain/certificate/type-presets'
import { DEFAULT_INSTITUTION_RULES } from '../../../../domain/institution/rules'
import { answer, asked, forgetCalls, Refusal } from '../../fake-cloud'
import { forgetAll, params, wentTo } from '../../fake-taro'
import { showPage } from '../../on-screen'
import TypePage from './edit'
import TypesPage from './list'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('../../certificate/record/fake-taro-with-sheets')>('../../certificate/record/fake-taro-with-sheets').fakeTaroWithSheets)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))

const view = (id: string, part: Partial<TypeView> = {}): TypeView => {
  const preset = TYPE_PRESETS.find((type) => type.id === id)
  if (preset === undefined) throw new Error(id)
  return { ...preset, rules: { ...preset.rules, steps: [...preset.rules.steps], escalation: [...preset.rules.escalation] }, version: 0, ...part }
}
const NOTE = '请以属地要求为准。'
const serveTypes = (...types: TypeView[]) => answer(listTypes, () => ({ types, note: NOTE }))
const serveType = (type: TypeView, certificates = 0) => answer(getType, () => ({ type, certificates }))

beforeEach(() => {
  forgetCalls()
  forgetAll()
  answer(getRules, () => ({ rules: { ...DEFAULT_INSTITUTION_RULES, holidays: [], smsPrice: 5 }, version: 0, marks: [] }))
  answer(saveType, ({ id, version }) => ({ id: id ?? 'own', version: version + 1 }))
})

const field = (label: RegExp) => screen.getByLabelText(label)
const type = (label: RegExp, value: string) => fireEvent.change(field(label), { target: { value } })
const save = () => userEvent.click(screen.getByText('保存'))
const open = async (wanted: TypeView, { certificates = 0, wide = false } = {}) => {
  params.id = wanted.id
  serveType(wanted, certificates)
  const shown = showPage(<TypePage />, { wide })
  await screen.findByDisplayValue(wanted.name)
  return shown
}

describe('证件类型', () => {
  test('B14: each type says what it demands, its usual validity, lead and review, its 依据 and that local rules come first', async () => {
    serveTypes(view('special-r1'), view('health-check', { active: false, version: 3 }))
    showPage(<TypesPage />)
    const entry = (await screen.findByText(/R1（快开门式/)).closest('.entry')
    expect(entry).toHaveTextContent(/启用.*必填：设备、持证人、证件号.*有效期 4 年.*提前 120 天.*到期前 90 天内复审.*内置.*提醒：每天.*依据：TSG Z6001—2019/)
    expect(screen.getByText('职业健康检查').closest('.entry')).toHaveTextContent(/停用.*内置，本院已改/)
    expect(screen.getByText(/内置的类型是参考.*请以属地要求为准/)).toBeInTheDocument()
  })

  test('on the desk a table says the same, and a menu name narrows it', async () => {
    serveTypes(view('special-r1'), view('health-check'))
    showPage(<TypesPage />, { wide: true })
    expect((await screen.findAllByRole('columnheader')).map((cell) => cell.textContent)).toEqual(['操作', '证件类型', '必填', '通常有效期', '提前', '提醒', '依据', '状态'])
    await userEvent.click(screen.getByRole('tab', { name: /人员资质/ }))
    expect(screen.getAllByRole('row')).toHaveLength(2)
    await userEvent.click(screen.getByText('修改'))
    expect(wentTo).toEqual(['/pages/work/type/edit?id=health-check'])
  })

  test('B25: who may not change settings reads the types and is offered no change', async () => {
    serveTypes(view('special-r1'))
    showPage(<TypesPage />, { wide: true, role: 'staff' })
    await screen.findByText(/R1（快开门式/)
    expect(screen.queryByText('修改')).toBeNull()
    expect(screen.queryByText('新增证件类型')).toBeNull()
  })
})

describe('a type that is edited', () => {
  test('B28: each channel says how often it reminds; by 节点 it is 9 and not 181, with what its SMS cost', async () => {
    await open(view('equipment-licence'))
    expect(screen.getAllByText(/每张证 181 次.*按节点只需 9 次/)).toHaveLength(3)
    expect(screen.getByText(/每张证 181 次，约 9\.05 元\/人/)).toBeInTheDocument()
    await userEvent.click(screen.getByText('微信、短信改为节点'))
    expect(screen.getByText('每张证 9 次，而非 181 次')).toBeInTheDocument()
    expect(screen.getByText('每张证 9 次，而非 181 次，约 0.45 元/人')).toBeInTheDocument()
    expect(screen.queryByText(/建议微信和短信按节点/)).toBeNull()
  })

  test('B10: 节点 are taken away and added, and the count follows', async () => {
    await open(view('equipment-licence', { rules: { ...view('equipment-licence').rules, rhythm: { home: 'steps', wechat: 'steps', sms: 'steps' } } }))
    await userEvent.click(screen.getByLabelText('去掉 1 天'))
    type(/加一个节点/, '45')
    await userEvent.click(screen.getByLabelText('添加这个节点'))
    type(/加一个节点/, '20')
    await userEvent.click(screen.getByLabelText('添加这个节点'))
    expect(within(screen.getByLabelText('提醒节点')).getAllByLabelText(/^去掉/).map((step) => step.textContent)).toEqual(['180 天', '90 天', '60 天', '45 天', '30 天', '20 天', '15 天', '7 天', '3 天', '0 天'])
    expect(screen.getAllByText(/每张证 10 次，而非 181 次/)).toHaveLength(3)
    await userEvent.click(screen.getByText('恢复推荐的九个节点'))
    expect(screen.getAllByText(/每张证 9 次，而非 181 次/)).toHaveLength(3)
  })

  test('B9: escalation is off; switched on it proposes 科室负责人, 设备科 and 院级, each to be changed', async () => {
    await open(view('special-r1'))
    await userEvent.click(screen.getByRole('checkbox', { name: /再通知上级/ }))
    type(/第 1 级：到期前/, '45')
    await save()
    await waitFor(() => expect(asked(saveType)[0]?.type.rules.escalation).toEqual([
      { daysBefore: 45, role: 'department-head' }, { daysBefore: 7, role: 'equipment-office' }, { daysBefore: 0, role: 'hospital-admin' },
    ]))
  })

  test('B12, B32: weeks after 有效期 and what it demands are saved with the version that was opened', async () => {
    await open(view('special-r1', { version: 4 }))
    await userEvent.click(screen.getByRole('checkbox', { name: /到期后每周提醒一次/ }))
    await userEvent.click(screen.getByRole('checkbox', { name: '颁证单位' }))
    await save()
    await waitFor(() => expect(wentTo).toEqual(['back']))
    expect(asked(saveType)).toEqual([expect.objectContaining({ id: 'special-r1', version: 4, type: expect.objectContaining({ requiredFields: ['issuer', 'number', 'holderName'], rules: expect.objectContaining({ afterExpiry: 'weekly' }) }) })])
  })

  test('what a change does to the certificates that exist is said before it is saved', async () => {
    await open(view('special-r1'), { certificates: 12 })
    expect(screen.getByText(/现有 12 张证/)).toBeInTheDocument()
    expect(screen.getByText('没有改动')).toBeInTheDocument()
    await userEvent.click(screen.getByText('微信、短信改为节点'))
    expect(screen.getAllByText(/已有的 12 张证按新的节奏重新计算提醒计划；今天已提醒过的，今天不会再提醒一次/)).not.toHaveLength(0)
    await userEvent.click(screen.getByRole('checkbox', { name: /新增操作证时可以选/ }))
    expect(screen.getByText(/停用后不能再新增这类证；已有的 12 张照常提醒/)).toBeInTheDocument()
  })

  test('what is wrong is said at its field, and nothing is sent', async () => {
    await open(view('special-r1'))
    type(/^证件类型/, ' ')
    type(/提前预警时间/, '12天')
    type(/通常有效期/, '0')
    await save()
    expect(field(/^证件类型/)).toHaveAccessibleDescription('请填证件类型的名称')
    expect(field(/提前预警时间/)).toHaveAccessibleDescription('请填 0 到 3650 之间的整数天数')
    expect(field(/通常有效期/)).toHaveAccessibleDescription(/请填 1 到 600 之间的月数/)
    expect(screen.getByText(/有 3 项要改/)).toBeInTheDocument()
    expect(asked(saveType)).toHaveLength(0)
  })

  test('a name that is taken is said at the name until it is changed', async () => {
    answer(saveType, () => {
      throw new Refusal('type.name-taken')
    })
    await open(view('special-r1'))
    type(/^证件类型/, '设备操作证')
    await save()
    await waitFor(() => expect(field(/^证件类型/)).toHaveAccessibleDescription('已有同名的证件类型，请换一个名称'))
    type(/^证件类型/, '设备操作证二')
    expect(screen.queryByText('已有同名的证件类型，请换一个名称')).toBeNull()
  })

  test('what was changed is there again after leaving the page, and may be let go', async () => {
    const first = await open(view('special-r1'))
    type(/提前预警时间/, '150')
    first.unmount()
    showPage(<TypePage />)
    expect(await screen.findByDisplayValue('150')).toBeInTheDocument()
    await userEvent.click(screen.getByText('不要了，重新改'))
    expect(field(/提前预警时间/)).toHaveValue('120')
    expect(screen.getByText('没有改动')).toBeInTheDocument()
  })

  test('somebody else’s version is told; my changes stand on top of it and are saved over it', async () => {
    await open(view('special-r1'))
    type(/提前预警时间/, '150')
    answer(saveType, ({ id, version }) => {
      if (version < 1) throw new Refusal('type.changed-meanwhile', { version: 1 })
      return { id: id ?? '', version: version + 1 }
    })
    serveType(view('special-r1', { version: 1, name: '压力容器证' }))
    await save()
    await userEvent.click(await screen.findByText('保留我的修改'))
    expect(field(/^证件类型/)).toHaveValue('压力容器证')
    expect(field(/提前预警时间/)).toHaveValue('150')
    await save()
    await waitFor(() => expect(asked(saveType).at(-1)).toMatchObject({ version: 1, type: { name: '压力容器证', leadDays: 150 } }))
  })

  test('B14: the proposal’s words come back on a tap, and are saved like any change', async () => {
    await open(view('special-r1', { version: 2, name: '锅炉证', leadDays: 10 }))
    await userEvent.click(screen.getByText('恢复内置内容'))
    expect(field(/提前预警时间/)).toHaveValue('120')
    await save()
    await waitFor(() => expect(asked(saveType)[0]).toMatchObject({ version: 2, type: { name: view('special-r1').name, leadDays: 120 } }))
  })

  test('a new type starts with the guide’s rules and is saved once, whatever the taps', async () => {
    showPage(<TypePage />)
    await screen.findByText('基本')
    type(/^证件类型/, '消毒员证')
    type(/材料清单/, '身份证\n\n 照片 ')
    const button = screen.getByText('保存')
    fireEvent.click(button)
    fireEvent.click(button)
    await waitFor(() => expect(wentTo).toEqual(['back']))
    expect(asked(saveType)).toEqual([expect.objectContaining({ id: null, version: 0, type: expect.objectContaining({ name: '消毒员证', papers: ['身份证', '照片'], leadDays: 5, active: true }) })])
  })
})
