/** Prints what is on the page, on the web edition. */
export const printPage = (): void => window.print()
