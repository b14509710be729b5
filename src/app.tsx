import type { ReactNode } from 'react'
import { Gate } from './features/account/gate'
import { ProveAgain } from './features/account/prove/prove-again'
import { AppShell } from './features/shell/app-shell'
import { DataSource } from './platform/data-source'
import { watchPrivacy } from './platform/privacy'
import './app.scss'
import './ui/theme/web-style'

const gate = <Gate />

watchPrivacy()

export default function App({ children }: { children: ReactNode }) {
  return (
    <DataSource>
      <AppShell gate={gate}>{children}</AppShell>
      <ProveAgain />
    </DataSource>
  )
}
