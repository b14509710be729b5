import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { countUnread } from '../../../contract/inbox'
import { currentPath, goTo } from '../../platform/navigate'
import { screenEdges } from '../../platform/screen'
import { showUnread } from '../../platform/unread-badge'
import { useOperation } from '../../platform/use-operation'
import { useSelf } from '../../platform/use-self'
import { barAbove } from '../../platform/way-in'
import { useIsWide } from '../../platform/width'
import { ShellContext, type ShellFacts } from '../../ui/shell'
import { menuFor } from './menu'

/** Fills what stands around every screen: who, where, how many unread. */
export const AppShell = ({ gate, children }: { gate: ReactNode; children: ReactNode }) => {
  const wide = useIsWide()
  const self = useSelf()
  const { data } = useOperation(countUnread, self.state === 'known' ? {} : null)
  const [edges] = useState(screenEdges)
  const unread = data?.unread ?? 0
  useEffect(() => showUnread(unread), [unread])

  const facts = useMemo<ShellFacts>(() => ({
    wide,
    ...edges,
    institution: self.account?.institution.name ?? '',
    user: self.account?.name ?? '',
    unread,
    menu: menuFor(self.actions),
    currentPath,
    go: goTo,
    bar: barAbove(),
    gate: self.state === 'visitor' || self.state === 'unbound' ? gate : null,
  }), [wide, edges, self.account, self.actions, self.state, gate, unread])

  return <ShellContext.Provider value={facts}>{children}</ShellContext.Provider>
}
