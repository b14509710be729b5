import type { MenuEntry } from '../../ui/shell'

/** The phone has tabs in place of the desk's menu. */
export const menuFor = (): MenuEntry[] => []
