import { mergeEntries, moveDepartment, renameEntry, retireEntry } from '../../../contract/dictionary'
import type { DictionaryRow } from '../../../contract/dictionary-list'
import type { DictionaryKind } from '../../../domain/dictionary/entry'
import { confirm } from '../../platform/confirm'
import { goTo } from '../../platform/navigate'
import { toast } from '../../platform/toast'
import { useCommand } from '../../platform/use-operation'
import { dictionaryFailure } from './wording'

/** What follows is done by a job that can be watched; where nothing follows it is done. */
const follow = (jobId: string | null, said: string): void => {
  if (jobId === null) toast(said)
  else goTo('/pages/work/record/job', { id: jobId })
}

/** What can be done to an entry; each answers whether it was. */
export function useEntry(kind: DictionaryKind, { id, name, version, parentId }: DictionaryRow) {
  const renaming = useCommand(renameEntry)
  const moving = useCommand(moveDepartment)
  const retiring = useCommand(retireEntry)
  const merging = useCommand(mergeEntries)
  const commands = [renaming, moving, retiring, merging]
  return {
    busy: commands.some(({ busy }) => busy),
    trouble: dictionaryFailure(commands.map(({ failure }) => failure).find((failure) => failure !== null) ?? null),
    save: async (typed: string, under: string | null): Promise<boolean> => {
      const moved = under === parentId ? { version } : await moving.run({ id, version, parentId: under })
      if (moved === null) return false
      const renamed = typed.trim() === name ? { jobId: null } : await renaming.run({ kind, id, version: moved.version, name: typed })
      if (renamed === null) return false
      follow(renamed.jobId, '已保存')
      return true
    },
    retire: async (retired: boolean): Promise<boolean> => {
      if (await retiring.run({ kind, id, version, retired }) === null) return false
      toast(retired ? '已停用' : '已恢复')
      return true
    },
    merge: async (into: DictionaryRow, uses: string): Promise<boolean> => {
      if (!await confirm({ title: `合并到“${into.name}”？`, text: `${name}：${uses}，都改为${into.name}。合并后不能分开。`, yes: '合并' })) return false
      const merged = await merging.run({ kind, id, version, intoId: into.id })
      if (merged === null) return false
      follow(merged.jobId, '已合并')
      return true
    },
  }
}
