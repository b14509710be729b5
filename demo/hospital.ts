import type { CertificateDoc, DeviceCoverDoc, DeviceDoc, DictionaryDoc, FollowerDoc, HoldingNeedsDoc, InstitutionDoc } from '../cloud/documents'
import { schema } from '../cloud/schema'
import { wordTokens } from '../cloud/search-tokens'
import { DEVICE_OPERATOR_ID } from '../domain/certificate/certificate'
import { coverOf } from '../domain/certificate/cover'
import { dayOf, type CivilDay } from '../domain/kernel/civil-day'
import { certificates, rowsOf } from './certificates'
import { departments, HOSPITAL, OTHER_HOSPITAL } from './departments'
import { counters, devices } from './devices'
import { accounts, OFFICIAL_APP_ID, people, wechatLinks, wechatUsers } from './people'

const institutions = (now: Date): InstitutionDoc[] => [
  { _id: HOSPITAL, schema: 1, name: '医疗机构测试1', createdAt: now },
  { _id: OTHER_HOSPITAL, schema: 1, name: '医疗机构测试2', createdAt: now },
]

/** Who works a device needs its 操作证: so 持证率 tells something from the first look on (B31). */
const needs = (now: Date): HoldingNeedsDoc[] => [{
  _id: HOSPITAL, schema: 1, institutionId: HOSPITAL, needs: ['dept-imaging', 'dept-dental', 'dept-eye'].map((of) => ({ by: 'department', of, typeId: DEVICE_OPERATOR_ID })),
  version: 1, createdBy: 'acc-wangjun', createdAt: now, updatedBy: 'acc-wangjun', updatedAt: now,
}]

const followers = (now: Date): FollowerDoc[] => wechatUsers.filter((user) => user.follows).map((user) => ({
  _id: `${OFFICIAL_APP_ID}:${user.officialOpenid}`, schema: 1, appId: OFFICIAL_APP_ID, openid: user.officialOpenid, unionid: user.unionid, followedAt: now,
}))

const coversOf = (archive: readonly DeviceDoc[], papers: readonly CertificateDoc[], today: CivilDay): DeviceCoverDoc[] => archive.flatMap((device) => {
  const cover = coverOf(papers.filter(({ typeId, deviceIds }) => typeId === DEVICE_OPERATOR_ID && deviceIds.includes(device._id)), today)
  return cover ? [{ _id: device._id, schema: 1, institutionId: device.institutionId, departmentId: device.departmentId, ...cover }] : []
})

/** 设备名称 of the archive, to choose from. */
const wordOf = async (name: string, at: number, now: Date): Promise<DictionaryDoc> =>
  ({ _id: `word-${at + 1}`, schema: 1, institutionId: HOSPITAL, kind: 'device-name', name, retired: false, tokens: await wordTokens(name), version: 1, at: now })

/** The guide's hospital: 医疗机构测试1 with its departments, people, accounts of every role and devices; `demo` adds certificates in every state. */
export const seedHospital = async (demo: boolean, now: Date) => {
  const archive = await devices(now)
  const papers = demo ? await certificates(archive, now) : []
  const words = await Promise.all([...new Set(archive.map(({ fields }) => fields.name))].map((name, at) => wordOf(name, at, now)))
  const empty = Object.fromEntries(Object.keys(schema).map((name): [string, unknown[]] => [name, []]))
  return {
    collections: {
      ...empty,
      institutions: institutions(now), departments, people: await people(), accounts: await accounts(), dictionary: words, wechat_links: wechatLinks(now), followers: followers(now),
      ...(demo && { holding_needs: needs(now) }), devices: archive, counters, certificates: papers, device_covers: coversOf(archive, papers, dayOf(now)), certificate_devices: (await Promise.all(papers.map((paper) => rowsOf(paper, archive)))).flat(),
    },
    wechatUsers,
  }
}
