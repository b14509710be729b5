declare module 'react-dom' {
  import type { ReactNode, ReactPortal } from 'react'

  export const createPortal: (children: ReactNode, container: Element) => ReactPortal
}
