/** WeChat's answer: `code` is its errcode ('0' when it worked, also when the answer has none). */
export interface WechatAnswer { code: string; data: Record<string, unknown>; messageId: string }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}

/** A message's id may be larger than a JSON number can hold, so it is taken from the text itself (platform facts §2.1). */
const messageIdOf = (text: string): string => /"msgid"\s*:\s*"?(\d{1,30})/.exec(text)?.[1] ?? ''

/** Code `wechat.unreadable` for what is no JSON object, `wechat.http-<status>` for another status than 200. */
export function readWechatAnswer({ status, text }: { status: number; text: string }): WechatAnswer {
  if (status !== 200) return { code: `wechat.http-${status}`, data: {}, messageId: '' }
  const data = parsed(text)
  if (data === null) return { code: 'wechat.unreadable', data: {}, messageId: '' }
  return { code: String(data.errcode ?? 0), data, messageId: messageIdOf(text) }
}

const PICTURES: ReadonlyArray<readonly [start: string, type: string]> = [['\u00ff\u00d8\u00ff', 'image/jpeg'], ['\u0089PNG', 'image/png']]

/** A picture as a data address; `text` holds one sign per byte. null: it is none. */
export function readWechatPicture({ status, text }: { status: number; text: string }): WechatAnswer | null {
  const type = status === 200 ? PICTURES.find(([start]) => text.startsWith(start))?.[1] : undefined
  return type === undefined ? null : { code: '0', data: { picture: `data:${type};base64,${Buffer.from(text, 'latin1').toString('base64')}` }, messageId: '' }
}
