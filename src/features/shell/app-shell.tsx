import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { countUnread, homeOverview, listInbox } from '../../../contract/inbox'
import { currentPath, goTo } from '../../platform/navigate'
import { screenEdges } from '../../platform/screen'
import { putTextClass } from '../../platform/system-text'
import { textClass, textSize } from '../../platform/text-size'
import { showUnread } from '../../platform/unread-badge'
import { useAskAgain } from '../../platform/use-ask-again'
import { useOperation } from '../../platform/use-operation'
import { useSelf } from '../../platform/use-self'
import { useSignal } from '../../platform/use-signal'
import { barAbove } from '../../platform/way-in'
import { useIsWide } from '../../platform/width'
import { ShellContext, type ShellFacts } from '../../ui/shell'
import { menuFor } from './menu'

/** A reminder arrives while the page is open: it is seen within a minute, on the home page too (S43). */
const LOOK_EVERY = 60_000
const SHOWS_MESSAGES = [listInbox, homeOverview]

const useUnread = (known: boolean): number => {
  const { data } = useOperation(countUnread, known ? {} : null, { every: LOOK_EVERY })
  const showAgain = useAskAgain(SHOWS_MESSAGES)
  const unread = data?.unread ?? 0
  const before = useRef(unread)
  useEffect(() => {
    showUnread(unread)
    if (unread > before.current) showAgain()
    before.current = unread
  }, [unread, showAgain])
  return unread
}

/** Fills what stands around every screen: who, where, how many unread. */
export const AppShell = ({ gate, children }: { gate: ReactNode; children: ReactNode }) => {
  const wide = useIsWide()
  const self = useSelf()
  const unread = useUnread(self.state === 'known')
  const [edges] = useState(screenEdges)
  const size = useSignal(textSize)
  const text = useMemo(() => textClass(size), [size])
  useEffect(() => putTextClass(text), [text])

  const facts = useMemo<ShellFacts>(() => ({
    wide,
    ...edges,
    text,
    institution: self.account?.institution.name ?? '',
    user: self.account?.name ?? '',
    unread,
    menu: menuFor(self.actions),
    currentPath,
    go: goTo,
    bar: barAbove(),
    gate: self.state === 'visitor' || self.state === 'unbound' ? gate : null,
  }), [wide, edges, text, self.account, self.actions, self.state, gate, unread])

  return <ShellContext.Provider value={facts}>{children}</ShellContext.Provider>
}
