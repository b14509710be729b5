import { Text, View } from '@tarojs/components'
import { listCertificates, type CertificateEntry } from '../../../contract/certificate'
import type { DeviceRow } from '../../../contract/device'
import { failureWords } from '../../platform/failure-words'
import { useOperation } from '../../platform/use-operation'
import { Button } from '../../ui/button'
import { Press } from '../../ui/press'
import { openCertificate } from './device-links'
import { useLink, type Linking, type Proposal } from './use-link'
import { LINK_FAILURES } from './wording'
import './device-record.scss'

/** Certificates that are looked through, soonest to expire first. */
const MOST = 50
/** What the lists are asked by at most, in characters. */
const TYPE_LENGTH = 40
const NAME_LENGTH = 60

/** Devices of its kind: by 设备类型, and where nobody has said that, by name. */
const kindOf = ({ type, name }: DeviceRow) => (type === '' || type.length > TYPE_LENGTH ? { keyword: name.slice(0, NAME_LENGTH) } : { deviceType: type })

const isValid = ({ longTerm, expiresOn, handling }: CertificateEntry, today: string): boolean =>
  handling?.kind !== 'revoked' && (longTerm || (expiresOn ?? '') >= today)

const wordsOf = ({ holderName, title }: Proposal): string => [holderName === '' ? '未填姓名' : holderName, title].filter((word) => word !== '').join('\u3000')

const Row = ({ proposal, act, onAct, busy }: { proposal: Proposal; act: string; onAct: () => void; busy: boolean }) => (
  <View className='dcert__h dprop'>
    <Press className='dcert__p' onClick={() => openCertificate(proposal.id)}>
      <Text className='bold'>{wordsOf(proposal)}</Text>
      <Text className='cap'>{proposal.number === '' ? '未填证件号' : proposal.number}</Text>
    </Press>
    <Button kind='text' label={`${act} ${proposal.holderName} ${proposal.number}`.trim()} disabled={busy} onClick={onAct}>{act}</Button>
  </View>
)

const Rows = ({ proposals, linking, department }: { proposals: readonly Proposal[]; linking: Linking; department: string }) => (
  <View className='pad'>
    <View className='cap dprop__t'>{department}同类设备上的有效持证人。能操作这台设备的，点“关联”即可，证上其他设备不变。</View>
    {linking.linked.map((each) => <Row key={each.id} proposal={each} act='撤销关联' busy={linking.busy} onAct={() => void linking.unlink(each)} />)}
    {proposals.map((each) => <Row key={each.id} proposal={each} act='关联' busy={linking.busy} onAct={() => void linking.link(each)} />)}
    {linking.failure && <View className='dform__w' role='alert'>{failureWords(linking.failure.code, linking.failure.detail, LINK_FAILURES)}</View>}
  </View>
)

interface Props {
  device: DeviceRow
  /** Certificates that the device has, every one of them. */
  own: readonly string[]
  today: string
  /** A certificate was linked or taken back. */
  onChange: () => void
}

/** B34: who holds a valid certificate for devices of the same type and department, one tap from this device. */
export const ProposedHolders = ({ device, own, today, onChange }: Props) => {
  const linking = useLink(device.id, onChange)
  const { data } = useOperation(listCertificates, { departmentId: device.department.id, menu: 'device-certificate', ...kindOf(device), page: 1, pageSize: MOST })
  const left = [...own, ...linking.linked.map(({ id }) => id)]
  const proposals = (data?.rows ?? []).filter((row) => isValid(row, today) && !left.includes(row.id))
  if (proposals.length === 0 && linking.linked.length === 0) return null
  return <Rows proposals={proposals} linking={linking} department={device.department.name} />
}
