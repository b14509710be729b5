/** Which fields the server refused, by field; none unless it was for the fields. It may name one by its path, `fields.name`. */
export function refusedFields(failure: { code: string; detail: Readonly<Record<string, unknown>> } | null): Record<string, string> {
  if (failure?.code !== 'invalid-input') return {}
  const named = Object.entries((failure.detail.fields ?? {}) as Record<string, string>)
  return Object.fromEntries(named.map(([path, code]) => [path.split('.').slice(-1)[0] ?? path, code]))
}
