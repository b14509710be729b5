import { View } from '@tarojs/components'
import { DesktopShell } from './desktop-shell'
import { Icon } from './icon'
import type { PageFrameProps } from './page-frame-props'
import { Press } from './press'
import { useShell } from './shell'

const PhoneBar = ({ title, back }: Pick<PageFrameProps, 'title' | 'back'>) => {
  const { capsule } = useShell()
  return (
    <View className='nav' style={{ paddingRight: `${capsule || 12}px` }}>
      {back && <Press className='nav__back' label='返回' onClick={back}><Icon name='back' /></Press>}
      <View className={`nav__t ${back ? 'nav__t--back' : ''}`} role='heading' aria-level='1'>{title}</View>
    </View>
  )
}

const Phone = ({ title, back, footer, children, heading, top }: PageFrameProps) => {
  const { statusBar, bar } = useShell()
  return (
    <View className='frame'>
      <View className='frame__top' style={{ paddingTop: `${statusBar}px` }}>
        {bar}
        <PhoneBar title={title} back={back} />
        {top}
      </View>
      <View className='frame__main'>
        {heading !== undefined && <View className='frame__lead'>{heading}</View>}
        {children}
      </View>
      {footer !== undefined && <View className='frame__footer'>{footer}</View>}
    </View>
  )
}

/** Every screen stands in one: title area on the phone, shell with menu and breadcrumb on the desk (from 768 px). */
export const PageFrame = (props: PageFrameProps) => {
  const { wide, gate } = useShell()
  if (gate !== null && !props.bare) return <>{gate}</>
  return wide ? <DesktopShell {...props} /> : <Phone {...props} />
}
