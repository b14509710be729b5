import { useSelf } from '../../platform/use-self'
import { needsLogIn } from '../../platform/way-in'
import { BindScreen } from './bind-screen'
import { LogInScreen } from './log-in-screen'

/** What somebody sees whom the hospital does not know, or no longer. */
export const Gate = () => {
  const { off } = useSelf()
  return needsLogIn() ? <LogInScreen /> : <BindScreen off={off} />
}
