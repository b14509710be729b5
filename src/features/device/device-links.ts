import { goTo } from '../../platform/navigate'

/** Where a device leads to. Kept outside the components, so that rows get the same function each time. */
export const openDevice = (id: string): void => goTo('/pages/device/record/detail', { id })
export const addDevice = (): void => goTo('/pages/device/record/create')
export const scanDevice = (): void => goTo('/pages/label/record/scan')
/** 二维码打印, narrowed as the list is. */
export const printLabels = (narrowed: Readonly<Record<string, string>>): void => goTo('/pages/label/record/print', narrowed)
export const editDevice = (id: string): void => goTo('/pages/device/record/edit', { id })
export const openCertificate = (id: string): void => goTo('/pages/certificate/record/detail', { id })
/** From the device's page: a shared certificate can be split off for this device (S50). */
export const editCertificate = (id: string, deviceId: string): void => goTo('/pages/certificate/record/edit', { id, deviceId })
export const addCertificate = (deviceId: string, typeId?: string): void => goTo('/pages/certificate/record/edit', { deviceId, ...(typeId !== undefined && { typeId }) })
/** 「这张证怎么办?」, where 已换证 is. */
export const renewCertificate = (id: string): void => goTo('/pages/certificate/record/detail', { id, handle: 'renew' })
