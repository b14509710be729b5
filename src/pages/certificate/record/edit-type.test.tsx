import '@testing-library/jest-dom'
import { fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listTypes } from '../../../../contract/type'
import { TYPE_PRESETS } from '../../../../domain/certificate/type-presets'
import { dropDraft, draftKey } from '../../../features/certificate/draft-desk'
import { answer, forgetCalls } from '../../fake-cloud'
import { forgetAll, params } from '../../fake-taro'
import { showPage } from '../../on-screen'
import CertificateEditPage from './edit'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('./fake-taro-with-sheets')>('./fake-taro-with-sheets').fakeTaroWithSheets)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))

beforeEach(() => {
  forgetCalls()
  forgetAll()
})

const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })

const openOf = async (typeId: string) => {
  dropDraft(draftKey('acc-zhang', { id: null, deviceId: null, typeId }))
  params.typeId = typeId
  answer(listTypes, () => ({ types: TYPE_PRESETS.map((each) => ({ ...each, rules: { ...each.rules, steps: [...each.rules.steps], escalation: [] }, version: 0 })), note: '' }))
  const shown = showPage(<CertificateEditPage />)
  await screen.findByLabelText(/^证件类型/)
  return shown
}
const fieldsOf = (container: HTMLElement) => container.querySelectorAll('.fld').length + within(screen.getByLabelText('发送形式')).getAllByRole('checkbox').length

test('B32: a new one of a type opens with its lead and its sentence, marks what it demands and links no device where none is needed', async () => {
  await openOf('health-check')
  expect(screen.getByLabelText('提前预警时间(天)')).toHaveValue('60')
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('新增人员资质')
  expect(screen.queryByText('关联设备')).toBeNull()
  expect([...document.querySelectorAll('.fld__r')].map((star) => star.parentElement?.textContent)).toEqual(['姓名*', '签发日期*'])
  expect(screen.getByText(/\[持证人\]的\[设备名称\]快到期了/)).toBeInTheDocument()
  fireEvent.change(screen.getByLabelText(/^签发日期/), { target: { value: '2026-11-01' } })
  expect(screen.getByText(/通常有效 2 年，到 2028-10-31/)).toBeInTheDocument()
})

test('B32: choosing another type replaces an untouched lead; a touched one stays and 「来不及复审」 is said', async () => {
  await openOf('health-check')
  await userEvent.selectOptions(screen.getByLabelText(/^证件类型/), '特种设备作业人员证 R1（快开门式压力容器操作）')
  expect(screen.getByLabelText('提前预警时间(天)')).toHaveValue('120')
  type('提前预警时间(天)', '30')
  expect(screen.getByText('来不及复审，建议提前 120 天')).toBeInTheDocument()
  await userEvent.selectOptions(screen.getByLabelText(/^证件类型/), '大型医用设备配置许可证')
  expect(screen.getByLabelText('提前预警时间(天)')).toHaveValue('30')
  expect(screen.queryByText(/来不及复审/)).toBeNull()
})

/** Those that demand what the phone otherwise folds, and one that does not. */
const UNFOLDING = TYPE_PRESETS.filter(({ id, requiredFields }) => id === 'special-r1' || requiredFields.some((field) => ['gender', 'birthMonth', 'title', 'operableDevice'].includes(field)))

test.each(UNFOLDING.map(({ id, name }) => [name, id]))('the phone’s form of %s has at most sixteen fields', async (_name, id) => {
  const { container } = await openOf(id)
  expect(fieldsOf(container)).toBeLessThanOrEqual(16)
})

test('B14: a 职称 below what the type asks for is pointed at', async () => {
  await openOf('radiology-post')
  expect(screen.getByText('这类证要求中级以上')).toBeInTheDocument()
  await userEvent.selectOptions(screen.getByLabelText(/^职称/), '技师')
  expect(screen.getByText('这类证要求中级以上，请核对')).toBeInTheDocument()
  await userEvent.selectOptions(screen.getByLabelText(/^职称/), '主管技师')
  expect(screen.queryByText(/这类证要求/)).toBeNull()
})
