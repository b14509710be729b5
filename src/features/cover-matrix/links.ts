import { goTo } from '../../platform/navigate'

export const openDevice = (id: string): void => goTo('/pages/device/record/detail', { id })
export const openCertificate = (id: string): void => goTo('/pages/certificate/record/detail', { id })
export const openPerson = (id: string): void => goTo('/pages/work/person/detail', { id })
