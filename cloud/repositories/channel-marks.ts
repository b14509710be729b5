import type { WechatWay } from '../../domain/reminder/channel'
import type { ChannelMarkDoc } from '../documents'
import type { DocumentStore } from '../ports'
import { addMissing } from './add-missing'
import { ofInstitution } from './of-institution'

/** Everybody: the way itself is marked. */
const EVERYBODY = '*'
/** More people than a hospital tells. */
const MOST = 10_000

export const markId = (institutionId: string, way: WechatWay, accountId: string | null): string => `${institutionId}:${way}:${accountId ?? EVERYBODY}`

/** What WeChat taught about this institution's ways and people (B28). */
export interface Marks { slowed: ReadonlySet<string>; stopped: ReadonlySet<WechatWay> }

export const marksIn = (store: DocumentStore, institutionId: string): Promise<ChannelMarkDoc[]> =>
  store.find('channel_marks', ofInstitution(institutionId), { limit: MOST })

export async function marksOf(store: DocumentStore, institutionId: string): Promise<Marks> {
  const docs = await marksIn(store, institutionId)
  return {
    slowed: new Set(docs.filter(({ kind }) => kind === 'steps').map(({ accountId }) => accountId)),
    stopped: new Set(docs.filter(({ kind }) => kind === 'stopped').map(({ way }) => way)),
  }
}

export interface NewMark { institutionId: string; way: WechatWay; accountId: string | null; code: string; at: Date }

/** Writes what is not marked yet. `accountId` null stops the way, else the person hears on 节点. */
export const addMarks = (store: DocumentStore, marks: readonly NewMark[]): Promise<void> =>
  addMissing(store, 'channel_marks', marks.map(({ institutionId, way, accountId, code, at }) => ({
    _id: markId(institutionId, way, accountId), schema: 1, institutionId, way, accountId: accountId ?? EVERYBODY, kind: accountId === null ? 'stopped' : 'steps', code, at,
  })))
