import type { ReactNode } from 'react'
import { AppShell } from './features/shell/app-shell'
import { DataSource } from './platform/data-source'
import './app.scss'
import './ui/theme/taro-ui.scss'
import './ui/theme/web-style'

export default function App({ children }: { children: ReactNode }) {
  return (
    <DataSource>
      <AppShell>{children}</AppShell>
    </DataSource>
  )
}
