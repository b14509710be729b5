import type { TypeView } from '../../../contract/type'
import { Button } from '../../ui/button'
import { StateWord } from '../../ui/state-word'
import type { Column } from '../../ui/table-props'
import { demandWords, extraWords, originWords, reviewWords, rhythmWords, validityWords } from './type-facts'
import { openType } from './type-links'
import { MENU_WORDS } from './wording'

const Act = ({ type }: { type: TypeView }) => <Button kind='text' label={`修改 ${type.name}`} onClick={() => openType(type.id)}>修改</Button>

const Two = ({ first, second }: { first: string; second: string }) => <>{first}{second !== '' && <div className='tbl__sub'>{second}</div>}</>

const Basis = ({ basis }: { basis: string }) => (basis === '' ? <span className='ink3'>—</span> : <div className='tbasis'>{basis}</div>)

/** The types as the desk shows them; who may not change them gets no 操作. */
export const typeColumns = (mayWrite: boolean): readonly Column<TypeView>[] => [
  ...(mayWrite ? [{ key: 'act', title: '操作', width: '52px', cell: (type: TypeView) => <Act type={type} /> }] : []),
  { key: 'name', title: '证件类型', width: '190px', cell: (type) => <Two first={type.name} second={`${MENU_WORDS[type.menu]}\u3000${originWords(type)}`} /> },
  { key: 'demands', title: '必填', width: '150px', cell: (type) => <span className='twrap'>{demandWords(type)}</span> },
  { key: 'validity', title: '通常有效期', width: '100px', cell: validityWords },
  { key: 'lead', title: '提前', width: '130px', cell: (type) => <Two first={`${type.leadDays} 天`} second={reviewWords(type)} /> },
  { key: 'rhythm', title: '提醒', width: '110px', cell: (type) => <Two first={rhythmWords(type)} second={extraWords(type)} /> },
  { key: 'basis', title: '依据', cell: Basis },
  { key: 'state', title: '状态', width: '64px', cell: ({ active }) => <StateWord state={active ? 'ok' : 'off'} text={active ? '启用' : '停用'} /> },
]
