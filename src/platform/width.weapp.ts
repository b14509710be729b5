/** The mini-program is the phone edition on every device. */
export const useIsWide = (): boolean => false
