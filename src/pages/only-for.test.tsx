import '@testing-library/jest-dom'
import { screen } from '@testing-library/react'
import type { ComponentType } from 'react'
import { forgetCalls } from './fake-cloud'
import { forgetAll } from './fake-taro'
import { showPage } from './on-screen'
import AccountEditPage from './work/account/edit'
import AuditPage from './work/audit/list'
import ChannelSettingsPage from './work/channel/settings'
import DictionaryPage from './work/dictionary/list'
import HealthPage from './work/health/status'
import AccountImportPage from './work/import/accounts'
import CertificateImportPage from './work/import/certificates'
import DeviceImportPage from './work/import/devices'
import PersonImportPage from './work/import/people'
import PersonEditPage from './work/person/edit'
import HandOverPage from './work/record/hand-over'
import TypePage from './work/type/edit'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('./certificate/record/fake-taro-with-sheets')>('./certificate/record/fake-taro-with-sheets').fakeTaroWithSheets)
jest.mock('../platform/cloud', () => jest.requireActual<typeof import('./fake-cloud')>('./fake-cloud'))

beforeEach(() => {
  forgetCalls()
  forgetAll()
})

test.each<[words: RegExp, Page: ComponentType]>([
  [/账号由/, AccountEditPage], [/审计日志由/, AuditPage], [/字典由/, DictionaryPage], [/账号由/, AccountImportPage], [/证件由/, CertificateImportPage],
  [/设备档案由/, DeviceImportPage], [/人员档案由/, PersonImportPage], [/人员档案由/, PersonEditPage], [/工作交接由/, HandOverPage], [/证件类型由/, TypePage], [/运行状况由/, HealthPage], [/通道由/, ChannelSettingsPage],
])('B25: whoever may not do the work of a page is told %s before he fills anything in', async (words, Page) => {
  showPage(<Page />, { role: 'viewer' })
  expect(await screen.findByText(words)).toBeInTheDocument()
  expect(screen.getByText('您没有这项权限')).toBeInTheDocument()
  expect(screen.queryByRole('textbox')).toBeNull()
})
