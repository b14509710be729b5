/** WeChat stops the timers of an app that nobody sees. */
export const inSight = (): boolean => true
export const watchSight = (): (() => void) => () => undefined
