import { asFailure, type CallFailure } from './call-failure'

/** Rows asked for at a time: about two phone screens. */
export const ROWS_A_TIME = 20
/** The largest page the functions give. */
const LARGEST_PAGE = 100
/** How far a list is read again when it comes back into sight; what lies further down stays as it was read. */
const READ_AGAIN = 500

export interface Page<Row> {
  rows: readonly Row[]
  total: number
}

/** What has been read of a list under one set of filters. */
export interface Held<Out extends Page<Row>, Row> {
  /** The filters that these rows answer; '' before the first answer. */
  key: string
  rows: readonly Row[]
  /** The newest first page, for what stands beside the rows: total and counts. */
  head: Out | undefined
  /** Rows received, doubles included: where the next page begins. */
  received: number
  failure: CallFailure | null
}

/** Reads one page, `page` from 1. */
export type Reader<Out> = (page: number, pageSize: number) => Promise<Out>

interface Identified {
  id: string
}

export const nothingHeld = <Out extends Page<Row>, Row>(key: string): Held<Out, Row> => ({ key, rows: [], head: undefined, received: 0, failure: null })

/** The list from its top, as far as it was read. After a failure the former rows stay. */
export const readAgain = async <Out extends Page<Row>, Row extends Identified>(held: Held<Out, Row>, read: Reader<Out>): Promise<Held<Out, Row>> => {
  const wanted = Math.min(READ_AGAIN, Math.max(ROWS_A_TIME, Math.ceil(held.received / ROWS_A_TIME) * ROWS_A_TIME))
  const size = Math.min(LARGEST_PAGE, wanted)
  const pages: Out[] = []
  try {
    for (let page = 1; (page - 1) * size < wanted; page += 1) pages.push(await read(page, size))
  } catch (thrown) {
    return { ...held, failure: asFailure(thrown) }
  }
  const fresh = pages.flatMap((page) => page.rows)
  const below = held.rows.slice(wanted)
  return { key: held.key, rows: join(sameWhereEqual(held.rows, fresh), below), head: pages[0], received: fresh.length + below.length, failure: null }
}

/** The next rows under those that are there. */
export const readMore = async <Out extends Page<Row>, Row extends Identified>(held: Held<Out, Row>, read: Reader<Out>): Promise<Held<Out, Row>> => {
  try {
    const { rows } = await read(Math.floor(held.received / ROWS_A_TIME) + 1, ROWS_A_TIME)
    return { ...held, rows: join(held.rows, rows), received: held.received + rows.length, failure: null }
  } catch (thrown) {
    return { ...held, failure: asFailure(thrown) }
  }
}

export const hasMore = <Out extends Page<Row>, Row>({ head, received }: Held<Out, Row>): boolean => head !== undefined && received < head.total

/** A row that moved down while pages were read comes twice; it is shown where it came first. */
const join = <Row extends Identified>(above: readonly Row[], below: readonly Row[]): readonly Row[] => {
  const known = new Set(above.map((row) => row.id))
  return [...above, ...below.filter((row) => !known.has(row.id))]
}

/** The fresh rows, but the very object of before where nothing changed: it is then not drawn again. */
const sameWhereEqual = <Row extends Identified>(before: readonly Row[], fresh: readonly Row[]): readonly Row[] => {
  const known = new Map(before.map((row) => [row.id, row]))
  return fresh.map((row) => {
    const old = known.get(row.id)
    return old !== undefined && JSON.stringify(old) === JSON.stringify(row) ? old : row
  })
}
