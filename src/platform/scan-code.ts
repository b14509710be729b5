/** A browser has no camera for codes of its own: what stands on the label is typed. */
export const mayScan = false
/** '' : nothing was read. */
export const scanCode = (): Promise<string> => Promise.resolve('')
