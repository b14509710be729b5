import * as v from 'valibot'
import { fieldTypeOf } from './field-limits'

/** What a field of an approved WeChat template can say. */
export const FIELD_FACTS = ['subject', 'expires-on', 'remaining', 'number-masked', 'holder', 'department', 'count'] as const
export type FieldFact = (typeof FIELD_FACTS)[number]

/** Which key of the institution's template says what; a setting, because each hospital applies for its own template. */
export const layoutSchema = v.pipe(
  v.array(v.strictObject({ key: v.pipe(v.string(), v.check((key) => fieldTypeOf(key) !== null, 'layout.key-unknown')), fact: v.picklist(FIELD_FACTS) })),
  v.minLength(1),
)
export type Layout = v.InferOutput<typeof layoutSchema>

/** 设备名称, 到期时间, 备注. */
export const OFFICIAL_ACCOUNT_LAYOUT: Layout = [
  { key: 'thing1', fact: 'subject' },
  { key: 'time2', fact: 'expires-on' },
  { key: 'thing3', fact: 'remaining' },
]

/** 设备名称, 到期时间, 证件编号, 备注; also what 用工消息 begins with. */
export const SUBSCRIBE_MESSAGE_LAYOUT: Layout = [
  { key: 'thing1', fact: 'subject' },
  { key: 'time2', fact: 'expires-on' },
  { key: 'character_string3', fact: 'number-masked' },
  { key: 'thing4', fact: 'remaining' },
]
