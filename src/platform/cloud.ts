import type { Call } from '../../contract/call'
import { webDoor } from './web-door'

/**
 * Sends one call to the functions, from a browser. Answers whatever came back, unread.
 * Throws when nothing came back (no network, time-out, an answer that is not JSON).
 */
export const sendCall = (call: Call): Promise<unknown> => webDoor.send(call)
