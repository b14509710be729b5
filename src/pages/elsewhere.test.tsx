import '@testing-library/jest-dom'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentType } from 'react'
import type { Role } from '../../domain/account/role'
import CertificateListPage from './certificate/list'
import DeviceListPage from './device/list'
import { forgetCalls } from './fake-cloud'
import { forgetAll, wentTo } from './fake-taro'
import HomePage from './home/home'
import { showPage } from './on-screen'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('./fake-taro')>('./fake-taro').fakeTaro)
jest.mock('../platform/cloud', () => jest.requireActual<typeof import('./fake-cloud')>('./fake-cloud'))

beforeEach(() => {
  forgetCalls()
  forgetAll()
})

const PAGES: ReadonlyArray<readonly [string, ComponentType]> = [['首页', HomePage], ['设备', DeviceListPage], ['操作证', CertificateListPage]]
const OWN: ReadonlyArray<readonly [Role, string, string]> = [['auditor', '审计日志', '/pages/work/audit/list'], ['platform-operator', '机构管理', '/pages/work/rules/institutions']]

test.each(PAGES.flatMap(([tab, Page]) => OWN.map(([role, place, path]) => [tab, role, place, path, Page] as const)))('B25: %s leads %s to %s, because nothing else is his to do', async (_tab, role, place, path, Page) => {
  showPage(<Page />, { role })
  await userEvent.click(await screen.findByRole('button', { name: `打开${place}` }))
  expect(wentTo.at(-1)).toContain(path)
  expect(screen.queryByRole('searchbox')).toBeNull()
  expect(screen.queryByRole('button', { name: '导出' })).toBeNull()
})
