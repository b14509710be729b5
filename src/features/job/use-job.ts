import { useEffect, useState } from 'react'
import { getJob, runJob, undoJob } from '../../../contract/job'
import { useCommand, useOperation } from '../../platform/use-operation'

/** Asks the functions to go on until nothing is left, a call failed, or nobody looks any more. */
function usePush(id: string, goesOn: boolean) {
  const { run, busy, failure, clear } = useCommand(runJob)
  const [round, again] = useState(0)
  useEffect(() => {
    let looking = goesOn
    const push = async (): Promise<void> => {
      while (looking) looking = (await run({ id }))?.mayRun === true && looking
    }
    void push()
    return () => { looking = false }
  }, [id, goesOn, run, round])
  return { run, busy, failure, retry: () => { clear(); again((before) => before + 1) } }
}

/** A job, pushed on for as long as its page is open; a reload goes on where it was, and the timer finishes what is left. */
export function useJob(id: string) {
  const { data, failure, reload } = useOperation(getJob, { id })
  const push = usePush(id, data?.mayRun === true && data.state !== 'ready')
  const undo = useCommand(undoJob)
  const retry = (): void => {
    push.retry()
    undo.clear()
    void reload()
  }
  return {
    job: failure === null ? data : undefined, failure: failure ?? push.failure ?? undo.failure, busy: push.busy || undo.busy, retry,
    begin: () => void push.run({ id }),
    takeBack: () => void undo.run({ id }),
  }
}
