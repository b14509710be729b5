import { View } from '@tarojs/components'
import { useState } from 'react'
import { certificateBucket, listCertificates, type CertificateEntry } from '../../../contract/certificate'
import { toggleTicked, useTicked } from '../../platform/ticked'
import { useDepartments } from '../../platform/use-departments'
import { useReachBottom } from '../../platform/use-reach-bottom'
import { useRows, type Rows } from '../../platform/use-rows'
import { CheckRow } from '../../ui/choice-row'
import { DatedText } from '../../ui/dated-text'
import { Empty } from '../../ui/empty'
import { FilterSelect } from '../../ui/filter-select'
import { KeywordBar } from '../../ui/keyword-bar'
import { ListBody } from '../../ui/list-body'
import { TICKS_SAFE } from './wording'
import './bulk.scss'

const BUCKETS: Readonly<Record<(typeof certificateBucket.options)[number], string>> = {
  expired: '已过期', 'within-30': '30天内', 'within-90': '31–90天', 'within-180': '91–180天', ok: '正常', 'long-term': '长期有效',
}
type Bucket = keyof typeof BUCKETS
interface Filters { keyword: string; departmentId: string; bucket: Bucket | '' }

/** The certificates that fit the filters, to be ticked; ticks outlive the filters. */
export function useCertificateTicks() {
  const [filters, setFilters] = useState<Filters>({ keyword: '', departmentId: '', bucket: '' })
  const { keyword, departmentId, bucket } = filters
  const list = useRows(listCertificates, { keyword, ...(departmentId !== '' && { departmentId }), ...(bucket !== '' && { bucket }) })
  useReachBottom(list.more)
  return { filters, list, change: (part: Partial<Filters>) => setFilters((before) => ({ ...before, ...part })) }
}

type Ticks = ReturnType<typeof useCertificateTicks>

export const TickFilters = ({ filters, change }: Ticks) => (
  <View>
    <View className='bulk-tools'><KeywordBar keyword={filters.keyword} onKeyword={(keyword) => change({ keyword })} placeholder='设备、证件号、持证人' /></View>
    <View className='bulk-filters'>
      <FilterSelect label='有效期' value={filters.bucket} options={certificateBucket.options.map((value) => ({ value, label: BUCKETS[value] }))} onChange={(bucket) => change({ bucket: bucket as Bucket | '' })} />
      <FilterSelect label='所属科室' value={filters.departmentId} options={useDepartments()} onChange={(departmentId) => change({ departmentId })} />
    </View>
  </View>
)

const titleOf = ({ holderName, number }: CertificateEntry): string => [holderName, number].filter((part) => part !== '').join('　')

function noteOf({ devices: [first], deviceCount, expiresOn, leadDays, longTerm }: CertificateEntry): string {
  const device = first === undefined ? '未关联设备' : `${first.name}${deviceCount > 1 ? ` 等 ${deviceCount} 台` : ''}`
  return [device, longTerm ? '长期有效' : `有效期至 ${expiresOn ?? '—'}，提前 ${leadDays} 天`].join('　')
}

export const TickList = ({ list }: { list: Rows<typeof listCertificates> }) => {
  const chosen = useTicked()
  return (
    <View className='bulk-list'>
      <ListBody list={list} unit='张' safe={TICKS_SAFE} empty={<Empty note='没有符合条件的操作证，换个条件试试。' />}>
        {list.rows.map((row) => <CheckRow key={row.id} text={titleOf(row)} note={<DatedText>{noteOf(row)}</DatedText>} chosen={chosen.includes(row.id)} onClick={() => toggleTicked(row.id)} />)}
      </ListBody>
    </View>
  )
}
