import type { DeviceRow } from '../../../contract/device'
import type { CivilDay } from '../../../domain/kernel/civil-day'
import { isValidOn } from '../../../domain/certificate/validity'
import type { papersOfDevices, DeviceDoc } from '../../../cloud/repositories/devices'

type Paper = Awaited<ReturnType<typeof papersOfDevices>>[number]

/** Two certificates of one person count once; without 工号, 姓名 and 出生年月 tell people apart. */
const holderKey = ({ personId, holderName, birthMonth, _id }: Paper): string => personId ?? (holderName === '' ? _id : `${holderName}|${birthMonth ?? ''}`)

/** Those who may operate the device on this day (B4), each with the certificate that lasts longest, soonest to expire first. */
export function holdersOn(papers: readonly Paper[], deviceId: string, day: CivilDay): Paper[] {
  const valid = papers.filter((paper) => paper.deviceIds.includes(deviceId) && isValidOn(paper, day))
  const byEnd = [...valid].sort((a, b) => ((a.expiresOn ?? '9999') < (b.expiresOn ?? '9999') ? -1 : 1))
  const last = new Map(byEnd.map((paper) => [holderKey(paper), paper]))
  return byEnd.filter((paper) => last.get(holderKey(paper)) === paper)
}

export const deviceRow = (device: DeviceDoc, validHolders: number): DeviceRow => {
  const { name, model, assetNumber, unit, origin, serialNumber, type } = device.fields
  return {
    id: device._id,
    code: device.code,
    department: { id: device.departmentId, name: device.departmentName },
    status: device.status,
    maintainer: device.maintainer,
    name, model, assetNumber, unit, origin, serialNumber, type,
    validHolders,
  }
}
