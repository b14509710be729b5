/** The phone has no Esc; its back gesture belongs to the page. */
export const useEscape = (): void => undefined
