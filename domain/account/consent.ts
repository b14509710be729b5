/**
 * The ledger of one person's consents to one template (B2). WeChat gives one message per consent and tells nobody how many are left. A consent is
 * told twice, by the phone that asked (`reported`) and by a push (`pushed`), and either may be missing: what is granted is the larger of the two.
 */
export interface ConsentLedger { remaining: number; granted: number; sent: number; reported?: number; pushed?: number }

export const NO_CONSENT: ConsentLedger = { remaining: 0, granted: 0, sent: 0, reported: 0, pushed: 0 }

const grantedBy = (ledger: ConsentLedger, told: number): Pick<ConsentLedger, 'remaining' | 'granted'> => {
  const more = told > ledger.granted ? 1 : 0
  return { remaining: ledger.remaining + more, granted: ledger.granted + more }
}

/** The phone reports that its user agreed. */
export function afterReport(ledger: ConsentLedger): ConsentLedger {
  const reported = (ledger.reported ?? ledger.granted) + 1
  return { ...ledger, ...grantedBy(ledger, reported), reported }
}

/** WeChat pushes that he agreed (`subscribe_msg_popup_event`). */
export function afterPush(ledger: ConsentLedger): ConsentLedger {
  const pushed = (ledger.pushed ?? 0) + 1
  return { ...ledger, ...grantedBy(ledger, pushed), pushed }
}

/** He turned the template off, or WeChat says that nothing is left (43101). */
export const afterRefusal = (ledger: ConsentLedger): ConsentLedger => ({ ...ledger, remaining: 0 })

/** WeChat took a message and could not deliver it (`subscribe_msg_sent_event`): the consent was not used. */
export const afterLoss = (ledger: ConsentLedger): ConsentLedger =>
  (ledger.sent === 0 ? ledger : { ...ledger, remaining: ledger.remaining + 1, sent: ledger.sent - 1 })
