import type { ReactNode } from 'react'

export interface PageFrameProps {
  title: string
  /** Shows the arrow and does this; the caller says where back is. */
  back?: () => void
  /** Desk: 当前位置 > 证照管理 > …, the last one is this page (S3). */
  breadcrumb?: readonly string[]
  /** Desk: right of the title, as 「新增设备操作证」. */
  action?: ReactNode
  /** Stays at the foot of the screen. */
  footer?: ReactNode
  children: ReactNode
  /** Desk: a column beside it that scrolls alone; folds the menu below 1440 px. */
  aside?: ReactNode
  /** Replaces the title above the content: the one answer of the screen, in words. */
  heading?: ReactNode
  /** Phone: stands under the title and stays there, as a search bar. */
  top?: ReactNode
  /** A screen without the shell: 登录, 绑定. */
  bare?: boolean
}
