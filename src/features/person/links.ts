import { goTo } from '../../platform/navigate'

export const LIST = '/pages/work/person/list'
export const openPerson = (id: string): void => goTo('/pages/work/person/detail', { id })
export const addPerson = (): void => goTo('/pages/work/person/edit')
export const importPeople = (): void => goTo('/pages/work/import/people')
export const editPerson = (id: string): void => goTo('/pages/work/person/edit', { id })
export const openCertificate = (id: string): void => goTo('/pages/certificate/record/detail', { id })
export const openAccount = (id: string): void => goTo('/pages/work/account/account', { id })
export const openHandOver = (): void => goTo('/pages/work/record/hand-over')
