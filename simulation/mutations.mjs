/** Lines of the engine without which a promise breaks: each is taken away by an exact replacement, and the simulation must notice. */
export const MUTATIONS = [
  { name: 'claim takes what another has claimed', file: 'cloud/repositories/deliveries.ts', from: "_id: { in: ids }, state: 'queued' }", to: '_id: { in: ids } }' },
  { name: 'claim never runs out', file: 'cloud/repositories/deliveries.ts', from: 'claim: { token, deadline }, dueAt: deadline }', to: 'claim: { token, deadline }, dueAt: null }' },
  { name: 'settled without saying so', file: 'cloud/repositories/deliveries.ts', from: "const set = { ...facts, claim: null,", to: "const set = { ...facts, state: 'queued', claim: null," },
  { name: 'advanced without being stored', file: 'cloudfunctions/deliver/write.ts', from: 'id !== null && !stored.has(id)', to: 'id !== null && false' },
  { name: 'read-back skipped', file: 'cloud/repositories/deliveries.ts', from: 'return new Set(written.map(({ _id }) => _id))', to: 'return new Set(written.length < 0 ? [] : wanted.keys())' },
  { name: 'unknown SMS tried again', file: 'domain/reminder/outcome.ts', from: "facts.way === 'official-account' && isDeduped", to: 'isDeduped' },
  { name: 'yesterday’s message sent today', file: 'cloudfunctions/deliver/judge.ts', from: 'if (delivery.day !== dayOf(facts.now)) return', to: "if (delivery.day === '') return" },
  { name: 'last day left out (<= for <)', file: 'domain/reminder/plan.ts', from: 'endsFor(facts, window) < dayOf(now)', to: 'endsFor(facts, window) <= dayOf(now)' },
  { name: 'handled ones sent all the same', file: 'cloudfunctions/deliver/judge.ts', from: 'if (hold !== null) return hold', to: "if (hold === 'no-channel') return hold" },
  { name: 'credits spent below nothing', file: 'cloud/repositories/due-credits.ts', from: 'remaining: { from: count } }', to: '}' },
  { name: 'told today is forgotten', file: 'domain/reminder/plan-day.ts', from: 'told.has(mention(certificate.id, certificate.cycle))', to: 'told.size < 0' },
  { name: 'lost claim of an SMS sent again', file: 'cloudfunctions/deliver/expired.ts', from: "if (delivery.channel === 'home') return", to: "if (delivery.channel !== 'wechat') return" },
  { name: 'other way after an unknown outcome', file: 'cloudfunctions/deliver/send.ts', from: 'if (delivery.doubtful || mini === null', to: 'if (mini === null' },
  { name: 'repeated after ten minutes', file: 'cloudfunctions/deliver/judge.ts', from: 'isDeduped(judged.delivery.firstAttemptAt, now)', to: "judged.way === 'official-account'" },
  { name: 'taken off the list and told', file: 'cloudfunctions/deliver/judge.ts', from: "if (!certificate.channels[delivery.channel]) return 'channel-off'", to: '' },
]
