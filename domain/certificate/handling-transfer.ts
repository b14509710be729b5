import { may } from '../account/permissions'
import type { Caller } from '../account/caller'
import { CERTIFICATE_LIMITS } from './certificate'
import type { Handling } from './handling'

export interface TransferFacts {
  /** 指定人员 (S40). */
  recipientIds: readonly string[]
  handling: Pick<Handling, 'kind'> | null
}

export type TransferDecision = { ok: true; recipientIds: string[] } | { ok: false; code: string }

const refuse = (code: string): TransferDecision => ({ ok: false, code })

/**
 * 转交… (B1): who is named after the caller handed the warning over. He himself is named no longer, and the warning stays open: handing over is not
 * handling. Who is told as 录入人 or 修改人 stays so. Failure codes: `forbidden`, `handling.already-revoked`, `transfer.nobody-chosen`,
 * `transfer.to-oneself`, `transfer.already-named`, `certificate.too-many-recipients`.
 */
export function decideTransfer({ recipientIds, handling }: TransferFacts, toAccountId: string | null, caller: Caller): TransferDecision {
  if (!may(caller, 'certificate.handle').allowed) return refuse('forbidden')
  if (handling?.kind === 'revoked') return refuse('handling.already-revoked')
  if (toAccountId === null) return refuse('transfer.nobody-chosen')
  return rename(recipientIds, { from: caller.accountId, to: toAccountId })
}

function rename(recipientIds: readonly string[], { from, to }: { from: string; to: string }): TransferDecision {
  if (to === from) return refuse('transfer.to-oneself')
  if (recipientIds.includes(to) && !recipientIds.includes(from)) return refuse('transfer.already-named')
  const next = [...new Set([...recipientIds.filter((id) => id !== from), to])]
  return next.length > CERTIFICATE_LIMITS.recipients ? refuse('certificate.too-many-recipients') : { ok: true, recipientIds: next }
}
