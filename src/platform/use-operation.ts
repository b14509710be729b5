import { useCallback, useRef, useState } from 'react'
import useSWR, { useSWRConfig } from 'swr'
import type * as v from 'valibot'
import type { Operation, OutputOf } from '../../contract/operation'
import { call } from './call'
import { asFailure, type CallFailure } from './call-failure'
import { newRequestId } from './request-id'
import { useEvery } from './use-every'
import { usePageShown } from './use-page-shown'

export interface Asked<Out> {
  data: Out | undefined
  failure: CallFailure | null
  /** Nothing to show yet. */
  loading: boolean
  /** An answer is on its way, perhaps over what is shown. */
  refreshing: boolean
  reload: () => Promise<void>
}

interface Kept<Out> {
  /** The input it answers. */
  of: string
  output: Out
}

/** What may be shown: the former answer while a new one is on its way, but not in place of one that failed. */
const shownOf = <Out>(kept: Kept<Out> | undefined, asking: string | null, failed: boolean): Out | undefined =>
  kept === undefined || asking === null || (failed && kept.of !== asking) ? undefined : kept.output

const spanOf = (asking: string | null, every: number): number => (asking === null ? 0 : every)

const useAskedEvery = (every: number, reload: () => Promise<void>, error: unknown): void => {
  const last = useRef(error)
  last.current = error
  useEvery(every, () => reload().then(() => last.current === undefined))
}

/**
 * What an operation answers, kept and shared under its name and input; asked again when the page comes back into sight, after every change
 * and `every` so many milliseconds if given. `null` as input asks nothing. While the input changes, the former answer stays in sight.
 */
export const useOperation = <Op extends Operation>(operation: Op, input: v.InferInput<Op['input']> | null, { every = 0 }: { every?: number } = {}): Asked<OutputOf<Op>> => {
  const asking = input === null ? null : JSON.stringify(input)
  const asked = useSWR<Kept<OutputOf<Op>>, unknown>(
    asking === null ? null : [operation.name, asking],
    async () => ({ of: asking ?? '', output: await call(operation, input) }),
    { keepPreviousData: true },
  )
  const data = shownOf(asked.data, asking, asked.error !== undefined)
  const { mutate } = asked
  const reload = useCallback(async () => {
    await mutate().catch(() => undefined)
  }, [mutate])
  usePageShown(reload)
  useAskedEvery(spanOf(asking, every), reload, asked.error)
  return {
    data,
    failure: asked.error === undefined ? null : asFailure(asked.error),
    loading: asking !== null && data === undefined && asked.error === undefined,
    refreshing: asked.isValidating,
    reload,
  }
}

export interface Command<Op extends Operation> {
  /** Answers the output, or `null` when it failed (see `failure`) or a former tap is still under way. */
  run: (input: v.InferInput<Op['input']>) => Promise<OutputOf<Op> | null>
  busy: boolean
  failure: CallFailure | null
  /** Forgets the failure, for a form that is opened again. */
  clear: () => void
}

interface Intent {
  input: string
  requestId: string
}

/**
 * One change. A tap while it runs is ignored; when no answer came, the same input goes out again under the same request id,
 * so a lost answer makes no second change. After a change everything in sight is asked again.
 */
export const useCommand = <Op extends Operation>(operation: Op): Command<Op> => {
  const { mutate } = useSWRConfig()
  const intent = useRef<Intent | null>(null)
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)

  const run = useCallback(async (input: v.InferInput<Op['input']>): Promise<OutputOf<Op> | null> => {
    if (running.current) return null
    running.current = true
    setBusy(true)
    setFailure(null)
    const requestId = idFor(intent, JSON.stringify(input))
    try {
      const output = await call(operation, input, requestId)
      intent.current = null
      void mutate(() => true)
      return output
    } catch (thrown) {
      const failed = asFailure(thrown)
      if (failed.code !== 'network.offline') intent.current = null
      setFailure(failed)
      return null
    } finally {
      running.current = false
      setBusy(false)
    }
  }, [operation, mutate])

  return { run, busy, failure, clear: useCallback(() => setFailure(null), []) }
}

const idFor = (intent: { current: Intent | null }, input: string): string => {
  if (intent.current?.input !== input) intent.current = { input, requestId: newRequestId() }
  return intent.current.requestId
}
