import { fireEvent, render, screen } from '@testing-library/react'
import type { ReactElement } from 'react'
import { whoAmI } from '../../contract/account'
import type { Caller } from '../../domain/account/caller'
import { ACTIONS, may } from '../../domain/account/permissions'
import type { Role } from '../../domain/account/role'
import { DataSource } from '../platform/data-source'
import { ShellContext, type ShellFacts } from '../ui/shell'
import { answer } from './fake-cloud'

const shell = (wide: boolean): ShellFacts => ({
  wide, statusBar: 0, capsule: 0, text: '', institution: '医疗机构测试1', user: '张三', unread: 0, menu: [], currentPath: () => '', go: () => undefined, bar: null, gate: null,
})

/** How wide the window is from now on: the desk's edition begins at 768 px. */
const setWidth = (wide: boolean): void => {
  window.matchMedia = () => ({ matches: wide, addEventListener: () => undefined, removeEventListener: () => undefined }) as unknown as MediaQueryList
}

/** Shows a page to 张三 (or to another account); the role decides what he may do. */
export const showPage = (page: ReactElement, { wide = false, role = 'equipment-office' as Role, accountId = 'acc-zhang' } = {}) => {
  setWidth(wide)
  const caller: Caller = { accountId, institutionId: 'hos-1', role, departmentIds: ['dept-ct'], name: '张三' }
  answer(whoAmI, () => ({
    account: {
      id: accountId, name: '张三', loginName: 'zhangsan', role, department: { id: 'dept-ct', name: 'CT室' }, institution: { id: 'hos-1', name: '医疗机构测试1' },
      phoneMasked: '', reach: { bound: true, follows: false, hasPhone: false, wechatCredits: 0 },
    },
    actions: ACTIONS.filter((action) => may(caller, action).allowed),
    subscribeTemplateId: null,
  }))
  return render(<DataSource><ShellContext.Provider value={shell(wide)}>{page}</ShellContext.Provider></DataSource>)
}

/** Lets a photo go over the part of the page that takes files. */
export const dropPhoto = async (name: string): Promise<void> => {
  const photo = new File(['x'], name, { type: 'image/jpeg' })
  fireEvent.drop(await screen.findByText('也可以把照片或 PDF 拖到这里'), { dataTransfer: { types: ['Files'], files: [photo] } })
}
