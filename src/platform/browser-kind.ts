import type { Browser, System } from '../../domain/account/web-log-in'

const SYSTEMS: ReadonlyArray<readonly [sign: RegExp, system: System]> = [[/Android|iPhone|iPad|Mobile/, 'phone'], [/Windows/, 'windows'], [/Mac OS X|Macintosh/, 'mac'], [/Linux|X11/, 'linux']]
/** The first that fits counts: an Edge also calls itself Chrome, and every Chrome calls itself Safari. */
const BROWSERS: ReadonlyArray<readonly [sign: RegExp, browser: Browser]> = [[/MicroMessenger/, 'wechat'], [/Edg/, 'edge'], [/Firefox/, 'firefox'], [/Chrome|Chromium/, 'chrome'], [/Safari/, 'safari']]

/** Which browser this is, as it says itself. */
export const browserKind = (agent: string = navigator.userAgent): { system: System; browser: Browser } => ({
  system: SYSTEMS.find(([sign]) => sign.test(agent))?.[1] ?? 'other',
  browser: BROWSERS.find(([sign]) => sign.test(agent))?.[1] ?? 'other',
})
