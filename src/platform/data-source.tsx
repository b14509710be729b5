import type { ReactNode } from 'react'
import { SWRConfig } from 'swr'

const nothing = () => undefined
const always = () => true

/** Where answers are kept. The phone has no window whose focus could be followed, so pages ask again when they are shown. */
const settings = {
  revalidateOnFocus: false,
  revalidateOnReconnect: false,
  shouldRetryOnError: false,
  dedupingInterval: 500,
  isVisible: always,
  isOnline: always,
  initFocus: () => nothing,
  initReconnect: () => nothing,
}

export const DataSource = ({ children }: { children: ReactNode }) => <SWRConfig value={{ ...settings, provider: () => new Map() }}>{children}</SWRConfig>
