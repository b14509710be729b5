import { AtFloatLayout } from 'taro-ui'
import type { ReactNode } from 'react'
import { Icon } from './icon'
import { Box } from './plain'
import { Press } from './press'
import { useEscape } from './use-escape'
import './overlay'

interface Props {
  open: boolean
  title: string
  onClose: () => void
  /** Stays under the title while the rest scrolls: what the sheet is about. */
  about?: ReactNode
  children: ReactNode
  /** The next step, always in sight. */
  footer?: ReactNode
}

/** Comes up from below on the phone; stands in the middle on the desk. Nothing inside lives while it is closed. */
export const Sheet = ({ open, title, onClose, about, children, footer }: Props) => {
  useEscape(open, onClose)
  return (
    <AtFloatLayout className='sheet' isOpened={open} onClose={onClose}>
      {open && (
        <Box className='sheet__in' role='dialog' aria-modal='true' aria-label={title}>
          <Box className='sheet__h'>
            <Box className='grow'>
              <Box className='sheet__t' role='heading' aria-level={2}>{title}</Box>
              {about !== undefined && <Box className='sheet__a'>{about}</Box>}
            </Box>
            <Press className='sheet__x' label='关闭' onClick={onClose}><Icon name='close' size={20} /></Press>
          </Box>
          <Box className='sheet__b'>{children}</Box>
          {footer !== undefined && <Box className='sheet__f'>{footer}</Box>}
        </Box>
      )}
    </AtFloatLayout>
  )
}
