import { DICTIONARY_KINDS, type DictionaryKind } from '../../../domain/dictionary/entry'
import { keptFilters } from '../../platform/kept-filters'

export interface DictionaryFilters { kind: DictionaryKind; keyword: string; retired: boolean; page: number; pageSize: number }

export const useDictionaryFilters = keptFilters<DictionaryFilters>({ kind: 'department', keyword: '', retired: false, page: 1, pageSize: 20 })
export const kindOf = (value: string): DictionaryKind => DICTIONARY_KINDS.find((each) => each === value) ?? 'department'
