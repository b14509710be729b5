import { sessionBegun } from '../../platform/session'
import { useForget } from '../../platform/use-forget'

/** Begins the session of this browser and forgets what was asked before it. */
export function useEnter(onDone: () => void): (token: string) => void {
  const forget = useForget()
  return (token) => {
    sessionBegun(token)
    void forget().then(onDone)
  }
}
