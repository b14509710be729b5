import type { ReactNode } from 'react'

/** In the mini-program rows are given to WeChat once and never again: nothing is gained by taking them away. */
export const Stretches = ({ children }: { children: ReactNode }) => <>{children}</>
