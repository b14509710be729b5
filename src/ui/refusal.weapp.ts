/** On the phone the bar beside the next step says what is wrong, and the page keeps its place under the thumb. */
export const revealRefusal = (): void => undefined
