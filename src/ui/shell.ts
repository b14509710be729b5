import { createContext, useContext, type ReactNode } from 'react'
import type { IconName } from './icon'

export interface MenuEntry {
  text: string
  /** One word for the folded menu. */
  short: string
  icon: IconName
  /** `null`: a heading over its entries. */
  path: string | null
  /** Pages that belong to it although their folder does not say so. */
  also?: readonly string[]
  entries?: readonly { text: string; path: string; also?: readonly string[] }[]
}

/** What stands around every screen. Filled once, above all pages; the defaults serve a screen that is shown alone. */
export interface ShellFacts {
  /** At least 768 px: the desktop edition. */
  wide: boolean
  /** Height of the phone's status bar in px; 0 in a browser. */
  statusBar: number
  /** Width in px that WeChat's capsule needs at the right of the title. */
  capsule: number
  /** The class of the type's size; '' for the standard. */
  text: string
  institution: string
  user: string
  unread: number
  menu: readonly MenuEntry[]
  currentPath: () => string
  go: (path: string) => void
  /** Only in the build for the emulator: as which WeChat user the page is open. */
  bar: ReactNode
  /** Takes the place of every screen that is not `bare`: who is not known yet binds or logs in first. */
  gate: ReactNode
}

const ALONE: ShellFacts = { wide: false, statusBar: 0, capsule: 0, text: '', institution: '', user: '', unread: 0, menu: [], currentPath: () => '', go: () => undefined, bar: null, gate: null }

export const ShellContext = createContext<ShellFacts>(ALONE)
export const useShell = (): ShellFacts => useContext(ShellContext)
