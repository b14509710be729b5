import { goTo } from '../../../platform/navigate'

export const LIST = '/pages/work/account/accounts'
export const openAccount = (id: string): void => goTo('/pages/work/account/account', { id })
export const addAccount = (): void => goTo('/pages/work/account/edit')
export const importAccounts = (): void => goTo('/pages/work/import/accounts')
export const editAccount = (id: string): void => goTo('/pages/work/account/edit', { id })
/** One person's day of reminders. */
export const askWhy = (accountId: string): void => goTo('/pages/work/plan/why-not', { accountId })
/** A leaver's reminders go to his successor (B20). */
export const openHandOver = (): void => goTo('/pages/work/record/hand-over')
