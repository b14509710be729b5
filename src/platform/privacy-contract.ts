/** In a browser there is no agreement to be read but our own. */
export const contractName: () => Promise<string> = () => Promise.resolve('')
export const openContract: () => void = () => undefined
