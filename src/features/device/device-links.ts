import { goTo } from '../../platform/navigate'

/** Where a device leads to. Kept outside the components, so that rows get the same function each time. */
export const openDevice = (id: string): void => goTo('/pages/device/record/detail', { id })
export const addDevice = (): void => goTo('/pages/device/record/create')
export const openCertificate = (id: string): void => goTo('/pages/certificate/record/detail', { id })
export const editCertificate = (id: string): void => goTo('/pages/certificate/record/edit', { id })
export const addCertificate = (deviceId: string): void => goTo('/pages/certificate/record/edit', { deviceId })
