/** The mini-program does not know the web edition's address. */
export const webAddress = (): string | null => null
