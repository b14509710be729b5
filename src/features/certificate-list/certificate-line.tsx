import { memo } from 'react'
import type { CertificateEntry } from '../../../contract/certificate'
import type { CivilDay } from '../../../domain/kernel/civil-day'
import { StateInMargin } from '../../ui/certificate-state'
import { Entry } from '../../ui/entry'
import { Box, Span } from '../../ui/plain'
import { CardPhoto } from './card-photo'
import { deviceWords, factsOf, isNearEnd, nameOf } from './entry-words'

interface Props {
  certificate: CertificateEntry
  today: CivilDay
  photo: string | undefined
  onOpen: (id: string) => void
  /** For whoever may write: what is near its end is renewed straight from the list. */
  onRenew: ((id: string) => void) | undefined
}

/** One certificate of the ledger (S9: 「… 等 n 台」); drawn again only when the certificate itself, its photo or the day changed. */
export const CertificateLine = memo(({ certificate, today, photo, onOpen, onRenew }: Props) => {
  const { name, extra } = nameOf(certificate)
  const { device, code } = deviceWords(certificate)
  return (
    <Entry
      margin={<StateInMargin facts={certificate} today={today} />}
      picture={<CardPhoto url={photo} />}
      title={name}
      extra={extra === '' ? undefined : <Span className='num'>{extra}</Span>}
      lines={[
        <Box key='device'>{device}<Span className='num'>{code}</Span></Box>,
        <Box key='facts'>{factsOf(certificate, today).join('　')}</Box>,
      ]}
      onClick={() => onOpen(certificate.id)}
      action={onRenew && isNearEnd(certificate, today) ? { text: '换证', label: `换证 ${name} ${extra}`, onClick: () => onRenew(certificate.id) } : undefined}
    />
  )
})
CertificateLine.displayName = 'CertificateLine'
