import { KIND_WORDS } from '../../../domain/dictionary/entry'
import { Empty } from '../../ui/empty'
import type { DictionaryFilters } from './filters'

/** Nothing is there: because of the keyword, because nothing was retired, or because nobody began. */
export const NoEntries = ({ filters: { kind, keyword, retired } }: { filters: DictionaryFilters }) => {
  if (keyword !== '') return <Empty note={`没有包含“${keyword}”的${KIND_WORDS[kind]}。`} />
  if (retired) return <Empty note={`没有停用的${KIND_WORDS[kind]}。`} />
  return <Empty note={`还没有${KIND_WORDS[kind]}，可以新增、导入，或从设备档案收录。`} />
}
