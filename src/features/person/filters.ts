import { EMPLOYMENTS, PRESENCES, type Employment, type Presence } from '../../../domain/person/person'
import { keptFilters } from '../../platform/kept-filters'

/** '' where nothing is chosen. */
export interface PersonFilters { keyword: string; departmentId: string; presence: Presence | ''; employment: Employment | ''; page: number; pageSize: number }

const NO_FILTERS: PersonFilters = { keyword: '', departmentId: '', presence: '', employment: '', page: 1, pageSize: 10 }
export const CLEARED = { keyword: '', departmentId: '', presence: '', employment: '' } as const
export const usePersonFilters = keptFilters(NO_FILTERS)

export const presenceOf = (value: string): Presence | '' => PRESENCES.find((each) => each === value) ?? ''
export const employmentOf = (value: string): Employment | '' => EMPLOYMENTS.find((each) => each === value) ?? ''

/** As the contract takes them: what is not chosen is left out. */
export const personQuery = ({ keyword, departmentId, presence, employment }: PersonFilters) => ({
  keyword: keyword.trim(), ...(departmentId !== '' && { departmentId }), ...(presence !== '' && { presence }), ...(employment !== '' && { employment }),
})

export const isNarrowed = ({ keyword, departmentId, presence, employment }: PersonFilters): boolean => [keyword.trim(), departmentId, presence, employment].some((each) => each !== '')
