import { useCallback } from 'react'
import { useSWRConfig } from 'swr'
import type { Operation } from '../../contract/operation'

/** Asks again what is in sight of these operations, because something else showed that they have changed. */
export const useAskAgain = (operations: readonly Operation[]): (() => void) => {
  const { mutate } = useSWRConfig()
  return useCallback(() => {
    void mutate((key) => Array.isArray(key) && operations.some(({ name }) => name === key[0])).catch(() => undefined)
  }, [mutate, operations])
}
