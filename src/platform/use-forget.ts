import { useCallback } from 'react'
import { useSWRConfig } from 'swr'

/** Forgets every answer kept so far and asks what is in sight again: somebody else uses the app now. */
export const useForget = (): (() => Promise<void>) => {
  const { mutate } = useSWRConfig()
  return useCallback(async () => {
    await mutate(() => true, undefined, { revalidate: true }).catch(() => undefined)
  }, [mutate])
}
