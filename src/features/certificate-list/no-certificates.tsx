import { useMay } from '../../platform/use-self'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { isNarrowed, type CertificateFilters } from './filters'
import { addCertificate } from './links'

interface Props {
  filters: CertificateFilters
  onClear: () => void
}

/** An empty list (S10: 暂无数据): either nothing fits what was asked for, or nothing is there yet. */
export const NoCertificates = ({ filters, onClear }: Props) => {
  const mayAdd = useMay('certificate.write')
  if (isNarrowed(filters)) return <Empty note='没有符合条件的操作证，换个词或清空条件试试。' action={<Button kind='line' onClick={onClear}>清空条件</Button>} />
  return <Empty note='还没有录入操作证。' action={mayAdd ? <Button icon='plus' onClick={addCertificate}>新增操作证</Button> : undefined} />
}
