import type { PushEvent } from './push'

/** `popup`: what he chose when asked; `change`: he muted a template in his settings; `sent`: what became of a message. */
export type SubscribeEventKind = 'popup' | 'change' | 'sent'

export interface SubscribeNote { templateId: string; status?: string; messageId?: string; errorCode?: string }

const ITEM: Record<SubscribeEventKind, (note: SubscribeNote) => Record<string, string>> = {
  popup: ({ templateId, status = 'accept' }) => ({ TemplateId: templateId, SubscribeStatusString: status, PopupScene: '0' }),
  change: ({ templateId, status = 'reject' }) => ({ TemplateId: templateId, SubscribeStatusString: status }),
  sent: ({ templateId, messageId = '', errorCode = '0', status }) =>
    ({ TemplateId: templateId, MsgID: messageId, ErrorCode: errorCode, ErrorStatus: status ?? (errorCode === '0' ? 'success' : 'failed') }),
}

export const isSubscribeKind = (kind: unknown): kind is SubscribeEventKind => typeof kind === 'string' && Object.hasOwn(ITEM, kind)

/** `subscribe_msg_popup_event`, `…_change_event`, `…_sent_event`: `List` is an object for one template and an array for several; `form: 'array'` makes it one in any case. */
export const subscribeEvent = (kind: SubscribeEventKind, openid: string, { notes, form }: { notes: readonly SubscribeNote[]; form?: 'array' }): PushEvent => {
  const items = notes.map(ITEM[kind])
  return { Event: `subscribe_msg_${kind}_event`, FromUserName: openid, List: form === 'array' || items.length !== 1 ? items : items[0] }
}
