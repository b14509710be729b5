/** What entries of the audit are about, as the filter offers it; each holds operations by the noun before the dot. */
export const AUDIT_TOPICS = ['account', 'person', 'certificate', 'device', 'rules', 'channel', 'bulk', 'export', 'seen'] as const
export type AuditTopic = (typeof AUDIT_TOPICS)[number]

const OWN_TOPIC: Readonly<Record<string, AuditTopic>> = {
  'account-import.start': 'account', 'account-import.codes': 'account', 'certificate.export': 'export', 'device.export': 'export', 'account.own-data': 'export', 'audit.export': 'export', 'statistics.export': 'export', 'review.pack': 'export', 'year-plan.export': 'export', 'account.see-phone': 'seen', 'device.call': 'seen', 'certificate.unmask': 'seen', 'person.get': 'seen', 'person.list': 'seen', 'certificate.get': 'seen', 'submission.get': 'seen',
}
const NOUNS: Readonly<Record<string, AuditTopic>> = {
  account: 'account', person: 'person', certificate: 'certificate', submission: 'certificate', original: 'certificate', attachment: 'certificate', device: 'device', label: 'device', department: 'rules', dictionary: 'rules', type: 'rules', rules: 'rules', institution: 'rules', retention: 'rules', statistics: 'rules',
  channel: 'channel', subscription: 'channel', bulk: 'bulk', job: 'bulk', import: 'bulk',
}

/** Operations that belong to no topic are found without the filter. */
export const topicOf = (operation: string): AuditTopic | null => {
  const noun = operation.split('.')[0] ?? ''
  return OWN_TOPIC[operation] ?? NOUNS[noun] ?? (noun.endsWith('-import') ? 'bulk' : null)
}
