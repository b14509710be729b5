import type { TypeMenu } from '../../../domain/certificate/type-menu'
import { goTo } from '../../platform/navigate'

/** The list of each menu name. */
const LISTS: Readonly<Record<TypeMenu, string>> = {
  'device-certificate': '/pages/certificate/list', 'device-licence': '/pages/licence/record/list', 'staff-qualification': '/pages/qualification/record/list',
  'device-upkeep': '/pages/plan/record/list', 'device-metrology': '/pages/plan/record/list',
}

export const openCertificates = (menu: TypeMenu): void => goTo(LISTS[menu])
export const openType = (id: string): void => goTo('/pages/me/type/edit', { id })
export const addType = (): void => goTo('/pages/me/type/edit')
export const openInstitutionRules = (): void => goTo('/pages/me/rules/institution')
