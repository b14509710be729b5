/** WeChat names the user with every call: the mini-program is never asked. */
export const proveAgain = (): Promise<boolean> => Promise.resolve(false)
