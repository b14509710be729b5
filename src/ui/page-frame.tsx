import { DesktopShell } from './desktop-shell'
import { Icon } from './icon'
import type { PageFrameProps } from './page-frame-props'
import { Box } from './plain'
import { Press } from './press'
import { useShell } from './shell'

const PhoneBar = ({ title, back }: Pick<PageFrameProps, 'title' | 'back'>) => {
  const { capsule } = useShell()
  return (
    <Box className='nav' style={{ paddingRight: `${capsule || 12}px` }}>
      {back && <Press className='nav__back' label='返回' onClick={back}><Icon name='back' /></Press>}
      <Box className={`nav__t ${back ? 'nav__t--back' : ''}`} role='heading' aria-level={1}>{title}</Box>
    </Box>
  )
}

const Phone = ({ title, back, footer, children, heading, top }: PageFrameProps) => {
  const { statusBar, bar, text } = useShell()
  return (
    <Box className={`frame ${text}`}>
      <Box className='frame__top' style={{ paddingTop: `${statusBar}px` }}>
        {bar}
        <PhoneBar title={title} back={back} />
        {top}
      </Box>
      <Box className='frame__main'>
        {heading !== undefined && <Box className='frame__lead'>{heading}</Box>}
        {children}
      </Box>
      {footer !== undefined && <Box className='frame__footer'>{footer}</Box>}
    </Box>
  )
}

/** Every screen stands in one: title area on the phone, shell with menu and breadcrumb on the desk (from 768 px). */
export const PageFrame = (props: PageFrameProps) => {
  const { wide, gate } = useShell()
  if (gate !== null && !props.bare) return <>{gate}</>
  return wide ? <DesktopShell {...props} /> : <Phone {...props} />
}
