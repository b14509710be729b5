import type { CertificateDeviceRow } from '../../../contract/certificate'
import { goTo } from '../../platform/navigate'
import { clearTicked, toggleAll, toggleTicked, useTicked } from '../../platform/ticked'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Press } from '../../ui/press'
import type { Column } from '../../ui/table-props'
import '../../ui/choice-row.scss'

/** The tick of a row: it takes the certificate, so that each of its rows shows it. */
export const tickColumn = (chosen: readonly string[]): Column<CertificateDeviceRow> => ({
  key: 'tick', title: '选', width: '44px',
  cell: ({ certificateId, number, holderName }) => {
    const on = chosen.includes(certificateId)
    return (
      <Press role='checkbox' chosen={on} label={`选 ${holderName} ${number}`} onClick={() => toggleTicked(certificateId)}>
        <div className={`box ${on ? 'box--on' : ''}`}>{on && <Icon name='check' size={16} />}</div>
      </Press>
    )
  },
})

/** What is ticked, on this page and on others, and what can be done with it (B20). */
export const BulkBar = ({ rows, onEnd }: { rows: readonly CertificateDeviceRow[]; onEnd: () => void }) => {
  const { length } = useTicked()
  const end = (): void => {
    clearTicked()
    onEnd()
  }
  return (
    <div className='cbulk' role='group' aria-label='批量'>
      <div className='bold'>{`已选 ${length} 张`}</div>
      <Button kind='text' disabled={rows.length === 0} onClick={() => toggleAll([...new Set(rows.map(({ certificateId }) => certificateId))])}>全选本页</Button>
      <Button kind='text' disabled={length === 0} onClick={clearTicked}>清空</Button>
      <Button kind='text' onClick={end}>退出批量</Button>
      <Button disabled={length === 0} onClick={() => goTo('/pages/work/record/change')}>改提醒</Button>
    </div>
  )
}
