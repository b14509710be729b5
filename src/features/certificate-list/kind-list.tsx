import { goBack } from '../../platform/navigate'
import { useIsWide } from '../../platform/width'
import { CertificateDeskList } from './certificate-desk-list'
import { CertificatePhoneList } from './certificate-phone-list'
import type { ListKind } from './kinds'
import { addCertificate } from './links'
import { useKindTypes } from './use-kind-types'

const Phone = ({ kind }: { kind: ListKind }) => {
  const { filters } = kind.useFilters()
  const { forNew } = useKindTypes(kind)
  return <CertificatePhoneList kind={kind} onBack={() => goBack('/pages/certificate/list')} onAdd={() => addCertificate(forNew(filters.typeId))} />
}

/** The list of one menu name on its own page: the ledger on the phone, the table on the desk. */
export const KindList = ({ kind }: { kind: ListKind }) =>
  (useIsWide() ? <CertificateDeskList kind={kind} /> : <Phone kind={kind} />)
