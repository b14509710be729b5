import * as v from 'valibot'
import { BROWSERS, SYSTEMS } from '../domain/account/web-log-in'
import { instant } from './shapes'

/** 128 and 256 random bits. What is scanned says which log-in is meant; only the browser that asked holds the secret. */
export const ticket = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/))
const secret = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/))

/** What a browser says of itself, chosen from lists. */
export const computer = v.strictObject({ system: v.picklist(SYSTEMS), browser: v.picklist(BROWSERS) })
/** Two digits that stand on the web page: whoever confirms types them from the screen before him (architecture §8). */
export const digits = v.pipe(v.string(), v.regex(/^\d{2}$/))
/** What a phone is to scan. `picture`: the mini-program's code, as a data address. */
export const webCode = v.strictObject({ ticket, secret, digits, picture: v.string(), expiresAt: instant })
/** What the browser asks with. */
export const held = v.strictObject({ ticket, secret })
