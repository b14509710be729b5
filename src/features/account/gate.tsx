import { needsLogIn } from '../../platform/way-in'
import { BindScreen } from './bind-screen'
import { LogInScreen } from './log-in-screen'

/** What somebody sees whom the hospital does not know yet. */
export const Gate = () => (needsLogIn() ? <LogInScreen /> : <BindScreen />)
