import { AtModal } from 'taro-ui'
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
  children: ReactNode
  /** Buttons, the next step last. */
  footer?: ReactNode
  /** `large`: a table inside, as 「选择设备」. */
  size?: 'normal' | 'large'
}

/** Stands over the screen until it is answered. */
export const Dialog = ({ open, title, onClose, children, footer, size = 'normal' }: Props) => {
  useEscape(open, onClose)
  return (
    <AtModal className={`dlg dlg--${size}`} isOpened={open} onClose={onClose}>
      {open && (
        <Box className='dlg__in' role='dialog' aria-modal='true' aria-label={title}>
          <Box className='dlg__h'>
            <Box className='dlg__t' role='heading' aria-level={2}>{title}</Box>
            <Press className='sheet__x' label='关闭' onClick={onClose}><Icon name='close' size={20} /></Press>
          </Box>
          <Box className='dlg__b'>{children}</Box>
          {footer !== undefined && <Box className='dlg__f'>{footer}</Box>}
        </Box>
      )}
    </AtModal>
  )
}
