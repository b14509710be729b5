/** The web edition can print; the mini-program has no printer. */
export const mayPrint = process.env.TARO_ENV !== 'weapp'

/** Prints what is on the page, on the web edition. */
export const printPage = (): void => window.print()
