import { gatherWords } from '../../../contract/dictionary'
import { toast } from '../../platform/toast'
import { useCommand } from '../../platform/use-operation'
import { dictionaryFailure } from './wording'

/** Takes up what the archive is written in already, part by part. */
export function useGather() {
  const { run, busy, failure } = useCommand(gatherWords)
  const gather = async (): Promise<void> => {
    let [after, added] = ['' as string | null, 0]
    while (after !== null) {
      const part = await run({ after })
      if (part === null) return
      after = part.next
      added += part.added
    }
    toast(added === 0 ? '没有新的名称' : `已收录 ${added} 项`)
  }
  return { gather: () => void gather(), busy, trouble: dictionaryFailure(failure) }
}
