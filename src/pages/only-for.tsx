import type { ReactNode } from 'react'
import type { Action } from '../../domain/account/permissions'
import { goBack } from '../platform/navigate'
import { useMay, useSelf } from '../platform/use-self'
import { Empty } from '../ui/empty'
import { PageFrame } from '../ui/page-frame'

interface Props {
  action: Action
  title: string
  /** Whose work it is, in a sentence. */
  note: string
  /** Where 返回 leads whoever came by a link. */
  home?: string
  children: ReactNode
}

/** A page for those who may do its work: anybody else is told whose it is before he fills anything in (B25). */
export const OnlyFor = ({ action, title, note, home = '/pages/me/me', children }: Props) => {
  const allowed = useMay(action)
  const known = useSelf().state === 'known'
  if (!known || allowed) return children
  return <PageFrame title={title} back={() => goBack(home)}><Empty text='您没有这项权限' note={note} /></PageFrame>
}
