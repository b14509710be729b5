import { useMemo } from 'react'
import type { CoverRow } from '../../../contract/cover'
import type { CivilDay } from '../../../domain/kernel/civil-day'
import { stateOf } from '../../../domain/certificate/validity'
import { markOf } from '../../ui/mark'
import { Press } from '../../ui/press'
import { StateWord } from '../../ui/state-word'
import { Table } from '../../ui/table'
import type { Column } from '../../ui/table-props'
import { isApart, type Holder, type PersonCover } from './by-person'
import { openCertificate, openDevice, openPerson } from './links'
import { countWords, hasTooFew, NOBODY } from './wording'

interface Props { devices: readonly CoverRow[]; people: readonly PersonCover[]; on: CivilDay; mayOpenPeople: boolean }

const Name = ({ name, title, personId, apart, mayOpen }: Pick<PersonCover, 'name' | 'title' | 'personId'> & { apart: boolean; mayOpen: boolean }) => {
  const known = (
    <>
      <div>{name === '' ? '未填姓名' : name}</div>
      <div className='tbl__sub'>{apart ? '未关联人员档案' : title}</div>
    </>
  )
  return personId !== null && mayOpen ? <Press className='cov-link' onClick={() => openPerson(personId)}>{known}</Press> : known
}

const Head = ({ row }: { row: CoverRow }) => (
  <div className='cov-head'>
    <Press className='cov-link' label={`${row.name} ${row.code}`} onClick={() => openDevice(row.id)}><span className='cov-head__n'>{row.name}</span><span className='num'>{row.code}</span></Press>
    {row.holders.length === 0 ? <StateWord state='over' text='无有效记录' /> : <div className={hasTooFew(row) ? 'cov-few' : ''}>{countWords(row)}</div>}
  </div>
)

const Held = ({ who, row, holder, on }: { who: string; row: CoverRow; holder: Holder; on: CivilDay }) => {
  const { state } = stateOf({ ...holder, handling: null }, on)
  const until = holder.longTerm || holder.expiresOn === null ? '长期' : holder.expiresOn
  return (
    <Press className='cov-link' label={[until, holder.supervised ? '带教下操作' : '', who, row.name, row.code].filter((word) => word !== '').join(' ')} onClick={() => openCertificate(holder.certificateId)}>
      <StateWord state={markOf(state)} text={until} />
      {holder.supervised && <div className='tbl__sub'>带教下操作</div>}
    </Press>
  )
}

const columnsOf = ({ devices, people, on, mayOpenPeople }: Props): Array<Column<PersonCover>> => [
  { key: 'who', title: '人员', width: '120px', cell: (person) => <Name {...person} apart={isApart(person, people)} mayOpen={mayOpenPeople} /> },
  ...devices.map((row) => ({
    key: row.id, title: <Head row={row} />, width: '104px',
    cell: ({ name, holds }: PersonCover) => {
      const holder = holds.get(row.id)
      return holder && <Held who={name} row={row} holder={holder} on={on} />
    },
  })),
]

/** 人员 × 设备 on the desk (B4): who stays in sight sideways, what stays in sight downwards; a blank says that the system knows of no valid certificate. */
export const CoverGrid = (props: Props) => {
  const { devices, people, on, mayOpenPeople } = props
  const columns = useMemo(() => columnsOf({ devices, people, on, mayOpenPeople }), [devices, people, on, mayOpenPeople])
  return (
    <div className='cov-grid'>
      <Table caption='人员与设备' columns={columns} rows={people} rowKey={({ id }) => id} />
      <div className='cov-note'>{`空格：${NOBODY}。`}</div>
    </div>
  )
}
