import type { CertificateDeviceDoc } from '../documents'
import type { DocumentStore, Where } from '../ports'

/** What the store answers at once. */
const BATCH = 1000

const endOf = (row: CertificateDeviceDoc | undefined): string | null => row?.expiresOn ?? null

/** From a 有效期 on: a range that the filter has already keeps its end. */
function from(where: Where, day: string): Where {
  const range = where.expiresOn
  const rest = typeof range === 'object' && range !== null && !(range instanceof Date) ? range : {}
  return { ...where, expiresOn: { ...('to' in rest && { to: rest.to }), ...('before' in rest && { before: rest.before }), from: day } }
}

/** How many rows of a batch share its last 有效期: the next batch begins behind them. */
const sharing = (rows: readonly CertificateDeviceDoc[], day: string | null): number => rows.filter(({ expiresOn }) => expiresOn === day).length

/**
 * Every row, by 有效期 ascending and 长期有效 last, in batches. A batch begins at the last one's 有效期 and not at a count of rows, so that the
 * hundredth costs the store no more than the first.
 */
export async function* everyRow(store: DocumentStore, where: Where): AsyncGenerator<CertificateDeviceDoc[]> {
  if (where.longTerm !== true) yield* ending(store, { ...where, longTerm: false })
  if (where.longTerm !== false) yield* lasting(store, { ...where, longTerm: true })
}

async function* ending(store: DocumentStore, where: Where): AsyncGenerator<CertificateDeviceDoc[]> {
  let [day, skip] = [null as string | null, 0]
  for (;;) {
    const rows = await store.find('certificate_devices', day === null ? where : from(where, day), { sort: [['longTerm', 1], ['expiresOn', 1]], skip, limit: BATCH })
    if (rows.length > 0) yield rows
    if (rows.length < BATCH) return
    const last = endOf(rows.at(-1))
    skip = last === day ? skip + rows.length : sharing(rows, last)
    day = last
  }
}

async function* lasting(store: DocumentStore, where: Where): AsyncGenerator<CertificateDeviceDoc[]> {
  for (let skip = 0; ; skip += BATCH) {
    const rows = await store.find('certificate_devices', where, { sort: [['longTerm', 1], ['expiresOn', 1]], skip, limit: BATCH })
    if (rows.length > 0) yield rows
    if (rows.length < BATCH) return
  }
}
