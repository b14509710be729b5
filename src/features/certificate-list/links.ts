import { goTo } from '../../platform/navigate'

/** Where a certificate leads to. Kept outside the components, so that rows get the same function each time. */
export const openCertificate = (id: string): void => goTo('/pages/certificate/record/detail', { id })
export const editCertificate = (id: string): void => goTo('/pages/certificate/record/edit', { id })
/** Opens it with the sheet in which it is renewed (B13). */
export const renewCertificate = (id: string): void => goTo('/pages/certificate/record/detail', { id, handle: 'renew' })
/** A new one, of this type when one is given. */
export const addCertificate = (typeId = ''): void => goTo('/pages/certificate/record/edit', typeId === '' ? {} : { typeId })
/** Many at once out of a sheet (B23); rows that name no type are of this one. */
export const importCertificates = (typeId = ''): void => goTo('/pages/work/import/certificates', typeId === '' ? {} : { typeId })
/** 谁可操作: who may operate which device on which day (B4). */
export const openCover = (): void => goTo('/pages/work/cover/list')
/** 导出 of a list as filtered, on the phone (B23). */
export const exportList = (query: Readonly<Record<string, string | undefined>>): void =>
  goTo('/pages/work/record/export', Object.fromEntries(Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []))))
