import type { DictionaryRow } from '../../../contract/dictionary-list'
import type { useDictionaryFilters } from './filters'

/** `busy`: a sheet is open over the list; it may have changed something when it closes. */
export type DictionaryListProps = ReturnType<typeof useDictionaryFilters> & { onOpen: (row: DictionaryRow) => void; busy: boolean }
