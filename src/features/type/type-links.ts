import type { TypeMenu } from '../../../domain/certificate/type-menu'
import { goTo } from '../../platform/navigate'

/** The list of each menu name. */
const LISTS: Readonly<Record<TypeMenu, string>> = {
  'device-certificate': '/pages/certificate/list', 'device-licence': '/pages/work/licence/list', 'staff-qualification': '/pages/work/qualification/list',
  'device-upkeep': '/pages/work/plan/list', 'device-metrology': '/pages/work/plan/list',
}

export const openCertificates = (menu: TypeMenu): void => goTo(LISTS[menu])
export const openType = (id: string): void => goTo('/pages/work/type/edit', { id })
export const addType = (): void => goTo('/pages/work/type/edit')
export const openInstitutionRules = (): void => goTo('/pages/work/rules/institution')
