/** The web edition can print; the mini-program has no printer. */
export const mayPrint = process.env.TARO_ENV !== 'weapp'

/** Prints what is on the page, on the web edition; a moment later, since what is drawn only for paper cannot be drawn while the page itself is being drawn. */
export const printPage = (): void => void setTimeout(() => window.print())
