import { readXml, type PushFields } from './push-body'

/**
 * The elements of WeChat's pushes that hold elements: `<SubscribeMsgPopupEvent><List>…</List></SubscribeMsgPopupEvent>`, and of a checked picture
 * `<result>…</result>` with the `<detail>` of each strategy, which is passed over.
 */
const NESTED = /<(SubscribeMsg[A-Za-z]{1,20}Event)>([^]*?)<\/\1>/
const RESULT = /<result>([^]*?)<\/result>/
const PASSED_OVER = /<(SubscribeMsg[A-Za-z]{1,20}Event|result|detail)>[^]*?<\/\1>/g
const ITEM = /<List>([^]*?)<\/List>/g
/** More templates than one request may ask for. */
const MOST = 10

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const flat = (item: unknown): PushFields[] => (isRecord(item)
  ? [new Map(Object.entries(item).filter(([, inner]) => typeof inner === 'string' || typeof inner === 'number').map(([name, inner]) => [name, String(inner)]))] : [])

function jsonList(text: string): PushFields[] {
  try {
    const value: unknown = JSON.parse(text)
    if (!isRecord(value)) return []
    const list = 'trace_id' in value ? value.result : value.List
    return (Array.isArray(list) ? list : [list]).flatMap(flat)
  } catch {
    return []
  }
}

const element = (inner: string): PushFields[] => {
  const fields = readXml(`<xml>${inner}</xml>`)
  return fields === null ? [] : [fields]
}

function xmlList(text: string): PushFields[] {
  const [, result] = RESULT.exec(text) ?? []
  return result === undefined ? [...(NESTED.exec(text)?.[2] ?? '').matchAll(ITEM)].flatMap(([, item]) => element(item ?? '')) : element(result)
}

/** The `List` of a push, or the `result` of a checked picture: WeChat sends an object when it holds one thing and an array when it holds several (platform facts §1.5). */
export const readPushList = (text: string): PushFields[] => (text.trimStart().startsWith('{') ? jsonList(text) : xmlList(text)).slice(0, MOST)

/** The same push without what is nested in it, which its other fields are read from. */
export const withoutList = (text: string): string => (text.trimStart().startsWith('{') ? text : text.replace(PASSED_OVER, ''))
