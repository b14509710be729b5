import { View } from '@tarojs/components'
import { listCertificateDevices, listCertificates } from '../../../contract/certificate'
import type { InputOf } from '../../../contract/operation'
import { exportCertificates } from '../../../contract/sheet'
import { listTypes } from '../../../contract/type'
import { FILE_WAY } from '../../platform/save-file'
import { useDepartments } from '../../platform/use-departments'
import { useExport } from '../../platform/use-export'
import { useOperation } from '../../platform/use-operation'
import { BottomBar } from '../../ui/bottom-bar'
import { Button } from '../../ui/button'
import { ErrorState } from '../../ui/error-state'
import { Fact } from '../../ui/fact'
import { Notice } from '../../ui/notice'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { BUCKET_WORDS } from './wording'

type Query = InputOf<typeof exportCertificates>

const WHOLE = '全部'
const CONTENTS = '一张证的一台设备占一行。列和电脑上的列表相同，另有唯一码、规格型号、姓名、职称、剩余天数和证件类型；所有单元格都是文本。'

/** What narrows the list, name by name, as the list shows it. */
function useNarrowed({ keyword, bucket, departmentId, deviceType, typeId }: Query): Array<[name: string, words: string]> {
  const [departments, types] = [useDepartments(), useOperation(listTypes, {}).data?.types ?? []]
  const chosen: Array<[string, string | undefined]> = [
    ['关键词', keyword],
    ['状态', BUCKET_WORDS.find(([each]) => each === bucket)?.[1]],
    ['所属科室', departments.find(({ value }) => value === departmentId)?.label],
    ['设备类型', deviceType],
    ['证件类型', types.find(({ id }) => id === typeId)?.name],
  ]
  return chosen.flatMap(([name, words]) => (words === undefined || words === '' ? [] : [[name, words]]))
}

/** How many rows and certificates would be in the file. */
function useCounted(query: Query) {
  const rows = useOperation(listCertificateDevices, { ...query, page: 1, pageSize: 1 })
  const certificates = useOperation(listCertificates, { ...query, page: 1, pageSize: 1 })
  const words = rows.data && certificates.data ? `导出 ${rows.data.total} 行，${certificates.data.total} 张证` : '导出'
  return { words, none: rows.data?.total === 0, failure: rows.failure ?? certificates.failure, reload: () => void Promise.all([rows.reload(), certificates.reload()]) }
}

interface Props { title: string; query: Query; onBack: () => void }

/** 导出 on the phone (B23): what would be in the file, then the file. The desk exports from its list at once. */
export const CertificateExport = ({ title, query, onBack }: Props) => {
  const narrowed = useNarrowed(query)
  const { words, none, failure, reload } = useCounted(query)
  const { start, busy, trouble } = useExport(exportCertificates, query)
  const heading = failure === null ? words : '导出'
  return (
    <PageFrame
      title={title} back={onBack} breadcrumb={['证照管理', title]}
      heading={<View className='lead' role='heading' aria-level='1'>{none ? '没有可导出的内容' : heading}</View>}
      footer={<BottomBar><Button wide disabled={none || failure !== null} busy={busy} onClick={() => void start()}>导出Excel</Button></BottomBar>}
    >
      {failure !== null && <ErrorState failure={failure} onRetry={reload} />}
      {trouble !== '' && <View className='pad'><Notice tone='warn' icon='warn'>{trouble}</Notice></View>}
      <Section title='范围' note='和列表的筛选相同'>
        {narrowed.length === 0 ? <Fact name='范围'>{WHOLE}</Fact> : narrowed.map(([name, said]) => <Fact key={name} name={name}>{said}</Fact>)}
      </Section>
      <Section title='文件'>
        <Notice>{CONTENTS}</Notice>
        {FILE_WAY !== '' && <Notice>{FILE_WAY}</Notice>}
      </Section>
    </PageFrame>
  )
}
