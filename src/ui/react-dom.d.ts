declare module 'react-dom' {
  import type { ReactNode, ReactPortal } from 'react'

  export const createPortal: (children: ReactNode, container: Element) => ReactPortal
  /** Draws what `change` sets at once, not with the next frame. */
  export const flushSync: (change: () => void) => void
}
