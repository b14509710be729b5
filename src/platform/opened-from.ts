/** A browser is not opened by a code. */
export const openedFromPicture = (): boolean => false
