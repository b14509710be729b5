import type { DictionaryRow } from '../../../contract/dictionary-list'
import type { useDictionaryFilters } from './filters'

export type DictionaryListProps = ReturnType<typeof useDictionaryFilters> & { onOpen: (row: DictionaryRow) => void }
