import { useSelf } from '../../platform/use-self'
import { BindScreen } from './bind-screen'

/** In the mini-program whoever is not known binds; nobody logs in there. */
export const Gate = () => <BindScreen off={useSelf().off} />
