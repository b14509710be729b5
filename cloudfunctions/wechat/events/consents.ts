import { linkOfUser, recordConsents, type ConsentChange } from '../../../cloud/repositories/consents'
import { recordFailedReceipt } from '../../../cloud/repositories/receipts'
import { afterLoss, afterPush, afterRefusal } from '../../../domain/account/consent'
import type { PushFields } from '../push-body'
import type { EventHandler } from './event'

type Rule = ConsentChange['after']

const of = (item: PushFields, name: string): string => item.get(name) ?? ''

const told = (ruleOf: (item: PushFields) => Rule | null): EventHandler => async ({ key, openid, list }, { store, clock, miniAppId }) => {
  const changes = list.flatMap((item) => {
    const [templateId, after] = [of(item, 'TemplateId'), ruleOf(item)]
    return templateId === '' || after === null ? [] : [{ templateId, after }]
  })
  const link = changes.length === 0 || miniAppId === '' ? null : await linkOfUser(store, miniAppId, openid)
  if (link) await recordConsents(store, { key, at: clock.now() }, { link, changes })
}

/** He answered the question on his phone. A refusal of one question takes nothing away that he had agreed to before. */
export const popup = told((item) => (of(item, 'SubscribeStatusString') === 'accept' ? afterPush : null))

/** He turned the template off in his list of messages. */
export const muted = told((item) => (of(item, 'SubscribeStatusString') === 'reject' ? afterRefusal : null))

const isLost = (item: PushFields): boolean => of(item, 'ErrorCode') !== '' && of(item, 'ErrorCode') !== '0'

const returned = told((item) => (isLost(item) ? afterLoss : null))

/** WeChat took a message and could not deliver it: the consent is still there, the delivery failed. */
export const sent: EventHandler = async (event, ports) => {
  for (const item of event.list.filter(isLost)) {
    const reason = `subscribe-message.${of(item, 'ErrorCode')}`
    await recordFailedReceipt(ports.store, { providerId: of(item, 'MsgID'), route: 'subscribe-message', reason, at: ports.clock.now(), institutionId: null })
  }
  await returned(event, ports)
}
