import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { CertificateEntry } from '../../../contract/certificate'
import { useToday } from '../../platform/server-clock'
import { StateInMargin } from '../../ui/certificate-state'
import { Book, Entry } from '../../ui/entry'
import { Section } from '../../ui/section'
import { openCertificate } from './links'

interface Props {
  title: string
  /** How many there are, shown or not. */
  total: number
  rows: readonly CertificateEntry[]
  note?: string
  empty: string
  act?: (certificate: CertificateEntry) => { text: string; label: string; onClick: () => void }
  children?: ReactNode
}

const devicesOf = ({ devices, deviceCount }: CertificateEntry): string => {
  const [first] = devices
  if (first === undefined) return '没有关联设备'
  return deviceCount > 1 ? `${first.name} ${first.code} 等 ${deviceCount} 台` : `${first.name} ${first.code}`
}

/** Certificates of one kind of tie to a person, each leading to its page. */
export const CertificateRows = ({ title, total, rows, note, empty, act, children }: Props) => {
  const today = useToday()
  const hidden = total - rows.length
  return (
    <Section title={title} note={total === 0 ? undefined : `${total} 张`} bleed={rows.length > 0}>
      {note !== undefined && rows.length > 0 && <View className='pad cap'>{note}</View>}
      {rows.length === 0 && <View className='sub'>{total === 0 ? empty : '不在您的权限内。'}</View>}
      <Book>
        {rows.map((row, at) => (
          <Entry
            key={row.id}
            last={at === rows.length - 1}
            margin={<StateInMargin facts={row} today={today} />}
            title={row.number === '' ? '未填证件号' : row.number}
            extra={row.holderName}
            lines={[devicesOf(row), row.typeName].filter((line) => line !== '')}
            onClick={() => openCertificate(row.id)}
            action={act?.(row)}
          />
        ))}
      </Book>
      {rows.length > 0 && hidden > 0 && <View className='pad cap'>还有 {hidden} 张没有列出。</View>}
      {children}
    </Section>
  )
}
