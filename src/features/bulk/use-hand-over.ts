import { useState } from 'react'
import { handOver, previewHandOver } from '../../../contract/bulk'
import { confirm } from '../../platform/confirm'
import { replaceWith } from '../../platform/navigate'
import { useCommand, useOperation } from '../../platform/use-operation'
import type { Named } from './change-draft'
import { failureLine } from './wording'

/** What a hand-over moves, in one sentence. */
const movedWords = (name: string, certificates: number): string => {
  return certificates === 0 ? `没有证件提醒${name}，不用交接。` : `现在有 ${certificates} 张证提醒${name}，会改为提醒接手的人。`
}

/** How many certificates tell the leaver, and whether that is known yet. */
function useTold(from: Named | null) {
  const { data, failure, refreshing } = useOperation(previewHandOver, from && { accountId: from.id })
  return { failure, known: data !== undefined && !refreshing && !failure, certificates: data?.certificates ?? 0 }
}

const SAME = '交出的人和接手的人不能是同一个账号。'
const question = (from: Named, to: Named, certificates: number) =>
  ({ title: '开始交接', text: `${from.name} 的 ${certificates} 张证改为提醒 ${to.name}。办完以后可以撤销。`, yes: '开始交接' })

const isSame = (from: Named | null, to: Named | null): boolean => from !== null && from.id === to?.id

/** A leaver and his successor, what moves, and the job that moves it. */
export function useHandOver() {
  const [from, setFrom] = useState<Named | null>(null)
  const [to, setTo] = useState<Named | null>(null)
  const { failure, known, certificates } = useTold(from)
  const command = useCommand(handOver)
  const same = isSame(from, to)
  const start = async (): Promise<void> => {
    if (!from || !to || !await confirm(question(from, to, certificates))) return
    const made = await command.run({ from: from.id, to: to.id })
    if (made) replaceWith('/pages/work/record/job', { id: made.jobId })
  }
  return {
    from, to, setFrom, setTo, start, busy: command.busy,
    ready: known && to !== null && !same && certificates > 0,
    moved: from && known ? movedWords(from.name, certificates) : '',
    trouble: same ? SAME : failureLine(failure, command.failure),
  }
}
