/** A push as names and texts; what is nested in it is left out. */
export type PushFields = ReadonlyMap<string, string>

const OPEN = '<xml>'
const CLOSE = '</xml>'
/** One element with CDATA or with plain text; text with a reference is none, so nothing is ever expanded. */
const ELEMENT = /\s*<([A-Za-z][A-Za-z0-9_]{0,63})>(?:<!\[CDATA\[((?:(?!\]\]>)[^])*)\]\]>|([^<&]*))<\/\1>/y

/** The flat XML that WeChat sends. `null` for anything else: a declaration, an entity, an attribute, an element in an element. */
export function readXml(text: string): PushFields | null {
  const whole = text.trim()
  if (!whole.startsWith(OPEN) || !whole.endsWith(CLOSE)) return null
  const inner = whole.slice(OPEN.length, -CLOSE.length)
  const fields = new Map<string, string>()
  ELEMENT.lastIndex = 0
  let end = 0
  for (let match = ELEMENT.exec(inner); match; match = ELEMENT.exec(inner)) {
    end = ELEMENT.lastIndex
    fields.set(match[1] ?? '', match[2] ?? match[3] ?? '')
  }
  return inner.slice(end).trim() === '' ? fields : null
}

function readJson(text: string): PushFields | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    const flat = Object.entries(value).filter(([, inner]) => typeof inner === 'string' || typeof inner === 'number')
    return new Map(flat.map(([name, inner]) => [name, String(inner)]))
  } catch {
    return null
  }
}

/** JSON or XML, as the console is set. `null`: neither. */
export const readPushBody = (text: string): PushFields | null => (text.trimStart().startsWith('{') ? readJson(text) : readXml(text))
