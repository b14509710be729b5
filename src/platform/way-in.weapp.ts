/** The mini-program knows its user by WeChat. */
export const needsLogIn = (): boolean => false
export const barAbove = () => null
export const phonesNear = () => null
