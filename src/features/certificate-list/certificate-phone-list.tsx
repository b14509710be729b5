import { View } from '@tarojs/components'
import { listCertificates } from '../../../contract/certificate'
import { useToday } from '../../platform/server-clock'
import { useDepartments } from '../../platform/use-departments'
import { useReachBottom } from '../../platform/use-reach-bottom'
import { useRows } from '../../platform/use-rows'
import { useMay } from '../../platform/use-self'
import { Button } from '../../ui/button'
import { Book } from '../../ui/entry'
import { FilterSelect } from '../../ui/filter-select'
import { KeywordBar } from '../../ui/keyword-bar'
import { ListBody } from '../../ui/list-body'
import { PageFrame } from '../../ui/page-frame'
import { BucketStrip, type Counts } from './bucket-strip'
import { CertificateLine } from './certificate-line'
import { CLEARED, certificateQuery, orderedQuery, turned, useCertificateFilters } from './filters'
import type { ListKind } from './kinds'
import { addCertificate, exportList, importCertificates, openCertificate, openCover, renewCertificate } from './links'
import { NoCertificates } from './no-certificates'
import { usePhotos } from './use-photos'
import { CERTIFICATE_SEARCH, ORDER_WORDS, REMINDERS_SAFE } from './wording'
import './certificate-list.scss'

type Kept = ReturnType<typeof useCertificateFilters>

const Top = ({ filters, change, counts, noun, onAdd }: Kept & { counts: Counts | undefined; noun: string; onAdd: () => void }) => {
  const mayAdd = useMay('certificate.write')
  return (
    <>
      <View className='ctools'>
        <KeywordBar keyword={filters.keyword} onKeyword={(keyword) => change({ keyword })} placeholder={CERTIFICATE_SEARCH} />
        {mayAdd && <Button kind='text' icon='plus' label={`新增${noun}`} onClick={onAdd}>新增</Button>}
      </View>
      <BucketStrip counts={counts} value={filters.bucket} onChange={(bucket) => change({ bucket })} />
    </>
  )
}

const Group = ({ filters, change, menu }: Kept & { menu: ListKind['menu'] | undefined }) => (
  <>
    <View className='cgroup'>
      {menu === undefined && <Button kind='text' onClick={openCover}>谁可操作</Button>}
      {useMay('certificate.write') && menu === undefined && <Button kind='text' onClick={importCertificates}>导入</Button>}
      <Button kind='text' onClick={() => exportList({ ...certificateQuery(filters), menu })}>导出</Button>
    </View>
    <View className='cgroup'>
      <Button kind='text' icon='sort' onClick={() => change(turned(filters))}>{ORDER_WORDS[filters.order]}</Button>
      <FilterSelect label='所属科室' value={filters.departmentId} options={useDepartments()} onChange={(departmentId) => change({ departmentId })} />
    </View>
  </>
)

/** Every kind of certificate in one ledger, as the tab shows them. */
const EVERY_KIND = { noun: '操作证', menu: undefined, useFilters: useCertificateFilters }

interface Props {
  /** Only those under one menu name. */
  kind?: Pick<ListKind, 'noun' | 'useFilters'> & { menu: ListKind['menu'] | undefined }
  onBack?: () => void
  onAdd?: () => void
}

/** 操作证 on the phone: one ledger entry per certificate, by 有效期, without end (S9). */
export const CertificatePhoneList = ({ kind = EVERY_KIND, onBack, onAdd = addCertificate }: Props) => {
  const { filters, change } = kind.useFilters()
  const list = useRows(listCertificates, { ...orderedQuery(filters), menu: kind.menu })
  const photos = usePhotos(list.rows)
  const today = useToday()
  const onRenew = useMay('certificate.write') ? renewCertificate : undefined
  useReachBottom(list.more)
  const counts = list.failure === null ? list.head?.counts : undefined
  return (
    <PageFrame title={kind.noun} back={onBack} top={<Top filters={filters} change={change} counts={counts} noun={kind.noun} onAdd={onAdd} />}>
      <Group filters={filters} change={change} menu={kind.menu} />
      <ListBody list={list} unit='张' safe={REMINDERS_SAFE} empty={<NoCertificates filters={filters} noun={kind.noun} onAdd={onAdd} onClear={() => change(CLEARED)} />}>
        <Book>{list.rows.map((certificate) => <CertificateLine key={certificate.id} certificate={certificate} today={today} photo={photos[certificate.id]} onOpen={openCertificate} onRenew={onRenew} />)}</Book>
      </ListBody>
    </PageFrame>
  )
}
