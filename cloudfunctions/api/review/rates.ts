import { groupedStandings, holdingOf, holdingRate, type Standing } from '../../../domain/statistics/holding'
import type { Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { WrittenSheet } from '../../../cloud/sheets/write-xlsx'
import type { Share } from '../../../contract/statistics'
import { findStandings, type Found } from '../statistics/facts'
import { shareOf, sharesBy } from '../statistics/holding'
import { whoOf } from '../statistics/people'
import type { Asked } from './facts'

/** Who needs what in the scope of a pack: of one 证件类型 or 设备类型 only what is about it. */
export async function packHolding({ on, departmentId, typeId, deviceType }: Asked, caller: SignedIn, scene: Scene): Promise<Found> {
  const found = await findStandings({ on, departmentId }, caller, scene)
  const ofType = typeId === undefined ? found.standings : groupedStandings(found.standings, 'type').get(typeId) ?? []
  return { ...found, standings: deviceType === undefined ? ofType : groupedStandings(ofType, 'device-type').get(deviceType) ?? [] }
}

/** 持证率 of all of them in tenths of a percent; null: nobody needs anything. */
export const packRate = ({ standings }: Found): number | null => holdingRate(holdingOf(standings))

const RATES = [{ header: '统计口径', width: 14 }, { header: '名称', width: 34 }, { header: '持证率', width: 10 }, { header: '持证（人）', width: 12 }, { header: '缺证（人）', width: 12 }, { header: '暂离（人）', width: 12 }]
const PEOPLE = [{ header: '科室', width: 20 }, { header: '工号', width: 14 }, { header: '姓名', width: 12 }, { header: '缺少', width: 50 }]

const rateWords = (rate: number | null): string => (rate === null ? '' : `${(rate / 10).toFixed(1)}%`)
const rowOf = (by: string, { name, rate, holding, lacking, away }: Share): string[] => [by, name, rateWords(rate), String(holding), String(lacking), String(away)]

function lackingRow(standing: Standing, found: Found): string[] {
  const { department, staffNumber, name, lacks } = whoOf(standing, found)
  return [department, staffNumber, name, lacks.join('、')]
}

/** 持证率 by 科室, 设备类型 and 证件类型, and everybody who lacks something by name (B17, B31). */
export function rateSheets(found: Found): WrittenSheet[] {
  if (found.standings.length === 0) return [{ name: '持证率', columns: RATES, batches: [[['', '这个范围没有设定持证要求，没有持证率。', '', '', '', '']]] }]
  const rows = [
    rowOf('全部', shareOf('', '', found.standings)),
    ...sharesBy('department', found).map((share) => rowOf('按科室', share)),
    ...sharesBy('device-type', found).map((share) => rowOf('按设备类型', share)),
    ...sharesBy('type', found).map((share) => rowOf('按证件类型', share)),
  ]
  return [
    { name: '持证率', columns: RATES, batches: [rows] },
    { name: '缺证名单', columns: PEOPLE, batches: [holdingOf(found.standings).lacking.map((standing) => lackingRow(standing, found))] },
  ]
}
