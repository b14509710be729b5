import { Box } from './plain'
import { Press } from './press'
import { SelectInput } from './select-input'
import { useShell } from './shell'

interface Props {
  page: number
  pageSize: number
  total: number
  onPage: (page: number) => void
  /** Shows the choice 10条/页 (S10) when given. */
  onPageSize?: (pageSize: number) => void
  /** 「共 71 行，63 张证」 */
  summary?: string
}

const SIZES = ['10', '20', '50', '100'].map((value) => ({ value, label: `${value}条/页` }))

/** At most seven numbers around the present one. */
export const pagesAround = (page: number, last: number): number[] => {
  const from = Math.max(1, Math.min(page - 3, last - 6))
  return Array.from({ length: Math.min(7, last) }, (_, index) => from + index)
}

const Numbers = ({ page, last, onPage }: { page: number; last: number; onPage: (page: number) => void }) => (
  <>
    {pagesAround(page, last).map((number) => (
      <Press key={number} className={`pg__i ${number === page ? 'pg__i--on' : ''}`} label={`第 ${number} 页`} onClick={() => onPage(number)}>{number}</Press>
    ))}
  </>
)

export const Pager = ({ page, pageSize, total, onPage, onPageSize, summary }: Props) => {
  const { wide } = useShell()
  const last = Math.max(1, Math.ceil(total / pageSize))
  return (
    <Box className='pg' role='navigation' aria-label='分页'>
      <Box className='pg__s'>{summary ?? `共 ${total} 条`}</Box>
      <Press className='pg__i' disabled={page <= 1} onClick={() => onPage(page - 1)}>上一页</Press>
      {wide ? <Numbers page={page} last={last} onPage={onPage} /> : <Box className='num'>{page} / {last}</Box>}
      <Press className='pg__i' disabled={page >= last} onClick={() => onPage(page + 1)}>下一页</Press>
      {wide && onPageSize && (
        <Box className='pg__z'>
          <SelectInput label='每页条数' placeholder='10条/页' value={String(pageSize)} options={SIZES} onChange={(size) => onPageSize(Number(size ?? 10))} />
        </Box>
      )}
    </Box>
  )
}
