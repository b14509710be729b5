import { useState } from 'react'
import { useDeskKeys } from './desk-keys'
import { Icon } from './icon'
import { menuPlace } from './menu-place'
import type { PageFrameProps } from './page-frame-props'
import { Press } from './press'
import { useShell, type MenuEntry } from './shell'

const Top = () => {
  const { institution, user, unread, go } = useShell()
  return (
    <header className='shell__top'>
      <span className='shell__logo'>医疗设备管理平台</span>
      {institution !== '' && <span className='shell__i ink1'><Icon name='build' size={18} />{institution}</span>}
      <span className='grow' />
      <Press className='shell__i' label={unread > 0 ? `消息，${unread} 条未读` : '消息'} onClick={() => go('/pages/inbox/list')}>
        <Icon name='bell' size={18} />消息{unread > 0 && <span className='shell__n num'>{unread}</span>}
      </Press>
      <Press className='shell__i' onClick={() => go('/pages/me/me')}><Icon name='user' size={18} />{user === '' ? '我的' : user}</Press>
    </header>
  )
}

/** A heading leads to its first entry, which matters when the menu is folded and the entries are out of sight. */
const Group = ({ entry, place, go }: { entry: MenuEntry; place: string | null; go: (path: string) => void }) => {
  const isOn = (path: string | null): boolean => path !== null && path === place
  const chosen = isOn(entry.path) ? 'side__i--on' : entry.entries?.some(({ path }) => isOn(path)) ? 'side__i--in' : ''
  return (
    <>
      <Press className={`side__i ${chosen}`} onClick={() => go(entry.path ?? entry.entries?.[0]?.path ?? '')}>
        <Icon name={entry.icon} size={18} /><span className='side__t'>{entry.text}</span><span className='side__s'>{entry.short}</span>
      </Press>
      {entry.entries?.map((under) => (
        <Press key={under.path} className={`side__i side__i--sub ${isOn(under.path) ? 'side__i--on' : ''}`} onClick={() => go(under.path)}>{under.text}</Press>
      ))}
    </>
  )
}

const Side = () => {
  const { menu, go, currentPath } = useShell()
  const [at] = useState(currentPath)
  const place = menuPlace(menu, at)
  return <nav className='shell__side' aria-label='菜单'>{menu.map((entry) => <Group key={entry.text} entry={entry} place={place} go={go} />)}</nav>
}

const Crumbs = ({ names }: { names: readonly string[] }) => (
  <nav className='crumb' aria-label='当前位置'>
    当前位置{names.map((name) => <span key={name}><i aria-hidden='true'>&gt;</i>{name}</span>)}
  </nav>
)

const Head = ({ title, back, heading, action }: PageFrameProps) => (
  <div className='ttl'>
    <div className='row grow'>
      {back && <Press className='ttl__back' label='返回' onClick={back}><Icon name='back' size={20} /></Press>}
      {heading ?? <h1 className='ttl__h'>{title}</h1>}
    </div>
    {action !== undefined && <div className='row'>{action}</div>}
  </div>
)

/** For who has no menu yet: the page alone, and the way back. */
const Bare = ({ title, back, children }: PageFrameProps) => (
  <div className='wide shell shell--bare'>
    {useShell().bar}
    <main className='shell__bare'>
      {back && <div className='shell__back'><Press className='ttl__back' label='返回' onClick={back}><Icon name='back' size={20} /></Press>{title}</div>}
      {children}
    </main>
  </div>
)

/** The desktop edition's frame: top bar, side menu, breadcrumb, the page, and a column beside it. */
export const DesktopShell = (props: PageFrameProps) => {
  const { bar } = useShell()
  useDeskKeys()
  const { breadcrumb, top, children, footer, aside, bare = false } = props
  if (bare) return <Bare {...props} />
  return (
    <div className={`wide shell ${aside ? 'shell--detail' : ''}`}>
      {bar}
      <Top />
      <div className='shell__cols'>
        <Side />
        <div className='shell__mid'>
          <main className='shell__main'>
            {breadcrumb && <Crumbs names={breadcrumb} />}
            <Head {...props} />
            {top}
            {children}
          </main>
          {footer !== undefined && <div className='frame__footer'>{footer}</div>}
        </div>
        {aside !== undefined && aside !== null && <aside className='shell__aside'>{aside}</aside>}
      </div>
    </div>
  )
}
