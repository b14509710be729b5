import type { FollowerDoc, InstitutionDoc } from '../cloud/documents'
import { schema } from '../cloud/schema'
import { certificates, rowsOf } from './certificates'
import { departments, HOSPITAL, OTHER_HOSPITAL } from './departments'
import { counters, devices } from './devices'
import { accounts, OFFICIAL_APP_ID, people, wechatLinks, wechatUsers } from './people'

const institutions = (now: Date): InstitutionDoc[] => [
  { _id: HOSPITAL, schema: 1, name: '医疗机构测试1', createdAt: now },
  { _id: OTHER_HOSPITAL, schema: 1, name: '医疗机构测试2', createdAt: now },
]

const followers = (now: Date): FollowerDoc[] => wechatUsers.filter((user) => user.follows).map((user) => ({
  _id: `${OFFICIAL_APP_ID}:${user.officialOpenid}`, schema: 1, appId: OFFICIAL_APP_ID, openid: user.officialOpenid, unionid: user.unionid, followedAt: now,
}))

/** The guide's hospital: 医疗机构测试1 with its departments, people, accounts of every role and devices; `demo` adds certificates in every state. */
export const seedHospital = async (demo: boolean, now: Date) => {
  const archive = await devices(now)
  const papers = demo ? await certificates(archive, now) : []
  const empty = Object.fromEntries(Object.keys(schema).map((name): [string, unknown[]] => [name, []]))
  return {
    collections: {
      ...empty,
      institutions: institutions(now), departments, people, accounts: await accounts(), wechat_links: wechatLinks(now), followers: followers(now),
      devices: archive, counters, certificates: papers, certificate_devices: (await Promise.all(papers.map((paper) => rowsOf(paper, archive)))).flat(),
    },
    wechatUsers,
  }
}
