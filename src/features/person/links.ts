import { goTo } from '../../platform/navigate'

export const LIST = '/pages/person/record/list'
export const openPerson = (id: string): void => goTo('/pages/person/record/detail', { id })
export const addPerson = (): void => goTo('/pages/person/record/edit')
export const importPeople = (): void => goTo('/pages/work/import/people')
export const editPerson = (id: string): void => goTo('/pages/person/record/edit', { id })
export const openCertificate = (id: string): void => goTo('/pages/certificate/record/detail', { id })
export const openAccount = (id: string): void => goTo('/pages/me/account/account', { id })
export const openHandOver = (): void => goTo('/pages/work/record/hand-over')
