import { useMay } from '../../platform/use-self'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { useShell } from '../../ui/shell'
import { isNarrowed, type CertificateFilters } from './filters'

interface Props {
  filters: CertificateFilters
  onClear: () => void
  onAdd: () => void
  /** 操作证, 许可证, 资质 */
  noun?: string
}

/** An empty list (S10: 暂无数据): either nothing fits what was asked for, or nothing is there yet. The desk has the filled button above. */
export const NoCertificates = ({ filters, onClear, onAdd, noun = '操作证' }: Props) => {
  const mayAdd = useMay('certificate.write')
  const { wide } = useShell()
  if (isNarrowed(filters)) return <Empty note={`没有符合条件的${noun}，换个词或清空条件试试。`} action={<Button kind='line' onClick={onClear}>清空条件</Button>} />
  return <Empty note={`还没有录入${noun}。`} action={mayAdd ? <Button kind={wide ? 'line' : 'fill'} icon='plus' onClick={onAdd}>{`新增${noun}`}</Button> : undefined} />
}
