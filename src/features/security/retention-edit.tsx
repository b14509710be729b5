import { View } from '@tarojs/components'
import { DEFAULT_RETENTION, SHORTEST_YEARS, type RetentionField } from '../../../domain/institution/retention'
import { Fields } from '../../ui/fields'
import { Notice } from '../../ui/notice'
import { Section } from '../../ui/section'
import { SelectField } from '../../ui/select-field'
import type { SecurityEditing } from './use-security-edit'

/** Offered terms, in years; the shortest is the law's. */
const YEARS = [1, 2, 3, 5, 10, 15, 20, 30, 50]

interface Row { field: RetentionField; label: string; hint: string }

const ROWS: readonly Row[] = [
  { field: 'certificateYears', label: '已结束的证和扫描件', hint: '从有效期止算起；换过证的旧证从换证算起；长期有效的从离岗/注销算起' },
  { field: 'personYears', label: '离职人员的档案', hint: '从登记离职算起；名下还有证保存着的，档案一起保存' },
  { field: 'messageYears', label: '消息和送达记录', hint: '从发送那天算起' },
]

/** A stored term that is none of those offered is offered, too. */
const optionsOf = (field: RetentionField, now: number) =>
  [...new Set([...YEARS, now])].filter((count) => count >= SHORTEST_YEARS[field]).sort((a, b) => a - b)
    .map((count) => ({ value: String(count), label: `${count} 年${count === SHORTEST_YEARS[field] ? '（最短）' : ''}${count === DEFAULT_RETENTION[field] ? '（默认）' : ''}` }))

/** 保存期限 (PIPL): how long the hospital keeps what it needs no more. */
export const RetentionEdit = ({ edit: { draft, put } }: { edit: SecurityEditing }) => {
  if (draft === null) return null
  const { form, base } = draft
  const shorter = ROWS.some(({ field }) => form[field] < base[field])
  return (
    <Section title='保存期限'>
      <Fields>
        {ROWS.map(({ field, label, hint }, index) => (
          <SelectField key={field} last={index === ROWS.length - 1} label={label} hint={hint} value={String(form[field])} options={optionsOf(field, form[field])} onChange={(years) => years !== null && put({ [field]: Number(years) })} />
        ))}
      </Fields>
      {shorter && <Notice tone='warn' icon='warn'>期限改短了：保存后，一周之内的夜里会删去已超过新期限的内容和扫描件，删去的找不回来。需要留底的，请先导出或备份。</Notice>}
      <View className='cap sec__hint'>人员资质（放射工作人员证、放射防护培训、职业健康检查等）按《放射工作人员职业健康管理办法》长期保存，不会自动删除；审计日志也不删除。每次清理了多少，审计日志里有一条“按保存期限清理”。</View>
    </Section>
  )
}
