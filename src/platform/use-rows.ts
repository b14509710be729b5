import { startTransition, useCallback, useEffect, useRef, useState } from 'react'
import type * as v from 'valibot'
import type { Operation, OutputOf } from '../../contract/operation'
import { call } from './call'
import type { CallFailure } from './call-failure'
import { hasMore, nothingHeld, readAgain, readMore, type Held, type Page } from './row-pages'
import { usePageShown } from './use-page-shown'
import { useSelf } from './use-self'

type FiltersOf<Op extends Operation> = Omit<v.InferInput<Op['input']>, 'page' | 'pageSize'>
type RowOf<Op extends Operation> = OutputOf<Op> extends { rows: readonly (infer Row)[] } ? Row & { id: string } : never
type PageOf<Op extends Operation> = OutputOf<Op> & Page<RowOf<Op>>

export interface Rows<Op extends Operation> {
  rows: readonly RowOf<Op>[]
  /** The newest first page, for what stands beside the rows: total and counts. */
  head: PageOf<Op> | undefined
  /** The last reading failed; rows of before stay in sight. */
  failure: CallFailure | null
  /** Nothing to show yet. */
  loading: boolean
  /** The next rows are on their way. */
  adding: boolean
  more: () => void
  reload: () => void
}

/**
 * A list without end: rows by twenty, appended, the former ones untouched. `filters` null asks nothing. While the filters change, the former
 * rows stay in sight. Asked again when the page comes back into sight.
 */
export const useRows = <Op extends Operation>(operation: Op, filters: FiltersOf<Op> | null): Rows<Op> => {
  const key = filters === null ? '' : JSON.stringify(filters)
  const [held, setHeld] = useState<Held<PageOf<Op>, RowOf<Op>>>(nothingHeld(''))
  const [adding, setAdding] = useState(false)
  const present = useRef(held)
  const turn = useRef(0)
  const running = useRef(false)

  const ask = useCallback(async (way: typeof readAgain | typeof readMore) => {
    turn.current += 1
    const mine = turn.current
    running.current = true
    setAdding(way === readMore)
    const before = present.current.key === key ? present.current : nothingHeld<PageOf<Op>, RowOf<Op>>(key)
    const read = (page: number, pageSize: number) => call(operation, { ...(JSON.parse(key) as object), page, pageSize } as v.InferInput<Op['input']>) as Promise<PageOf<Op>>
    const after = await way(before, read)
    if (turn.current !== mine) return
    running.current = false
    present.current = after
    startTransition(() => {
      setHeld(after)
      setAdding(false)
    })
  }, [operation, key])

  const reload = useCallback(() => {
    if (key !== '') void ask(readAgain)
  }, [ask, key])
  const more = useCallback(() => {
    if (!running.current && present.current.key === key && hasMore(present.current)) void ask(readMore)
  }, [ask, key])
  useEffect(reload, [reload])
  usePageShown(reload)
  useOwner(present, (mine) => {
    if (!mine) {
      present.current = nothingHeld('')
      setHeld(present.current)
    }
    reload()
  })

  return { rows: held.rows, head: held.head, failure: held.failure, loading: held.head === undefined && held.failure === null, adding, more, reload }
}

/** Tells when somebody else uses the app now (`mine` false), or when what failed before he was known can be asked again. */
const useOwner = (present: { current: { failure: CallFailure | null } }, again: (mine: boolean) => void): void => {
  const owner = useSelf().account?.id ?? null
  const former = useRef<string | null>(null)
  useEffect(() => {
    if (owner === null || owner === former.current) return
    const mine = former.current === null
    former.current = owner
    if (!mine || present.current.failure !== null) again(mine)
  })
}
