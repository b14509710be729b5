import { readXml, type PushFields } from './push-body'

/** `<SubscribeMsgPopupEvent><List>…</List></SubscribeMsgPopupEvent>`: the only element of WeChat's pushes that holds elements. */
const NESTED = /<(SubscribeMsg[A-Za-z]{1,20}Event)>([^]*?)<\/\1>/
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
    return (Array.isArray(value.List) ? value.List : [value.List]).flatMap(flat)
  } catch {
    return []
  }
}

const xmlList = (text: string): PushFields[] =>
  [...(NESTED.exec(text)?.[2] ?? '').matchAll(ITEM)].flatMap(([, item]) => readXml(`<xml>${item ?? ''}</xml>`) ?? [])

/** The `List` of a push: WeChat sends an object when it holds one thing and an array when it holds several (platform facts §1.5). */
export const readPushList = (text: string): PushFields[] => (text.trimStart().startsWith('{') ? jsonList(text) : xmlList(text)).slice(0, MOST)

/** The same push without its list, which its other fields are read from. */
export const withoutList = (text: string): string => (text.trimStart().startsWith('{') ? text : text.replace(NESTED, ''))
