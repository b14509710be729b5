/**
 * Where a delivery stands: `queued` to be sent, `sending` claimed, `sent` taken by the provider, `failed` given up for the day, `unknown` it may
 * or may not have been sent, `held` nothing to send and written down why.
 */
export const DELIVERY_STATES = ['queued', 'sending', 'sent', 'failed', 'unknown', 'held'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** It was, will be or may have been told: the same certificate is not told again that day (B8). A failed or held one is open again. */
export const mayHaveReached = (state: DeliveryState): boolean => state !== 'failed' && state !== 'held'
