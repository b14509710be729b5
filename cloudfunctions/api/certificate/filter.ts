import type { listCertificates } from '../../../contract/certificate'
import type { InputOf } from '../../../contract/operation'
import { queryTokens } from '../../../domain/device/search'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { DocumentStore } from '../../../cloud/ports'
import type { CertificateFilter } from '../../../cloud/repositories/certificates'
import { typesOf } from '../../../cloud/repositories/rules'
import { departmentsInScope } from '../department/scope'

type Asked = Pick<InputOf<typeof listCertificates>, 'keyword' | 'departmentId' | 'deviceType' | 'deviceId' | 'menu' | 'typeId'>

/** The types that are asked for; null: every one. A menu name stands for the types that the hospital keeps under it now. */
async function typesAsked({ menu, typeId }: Pick<Asked, 'menu' | 'typeId'>, institutionId: string, store: DocumentStore): Promise<string[] | null> {
  if (menu === undefined) return typeId === undefined ? null : [typeId]
  const kept = (await typesOf(store, institutionId)).filter(({ type }) => type.menu === menu).map(({ type }) => type.id)
  return typeId === undefined ? kept : kept.filter((id) => id === typeId)
}

/** What a list is about, within what the caller may see; null: nothing can match. */
export async function filterOf(asked: Asked, caller: SignedIn, store: DocumentStore): Promise<CertificateFilter | null> {
  const tokens = queryTokens(asked.keyword)
  const [departmentIds, typeIds] = await Promise.all([departmentsInScope(store, caller, asked.departmentId), typesAsked(asked, caller.institutionId, store)])
  const unsearchable = asked.keyword.trim() !== '' && tokens.length === 0
  if (unsearchable || [departmentIds, typeIds].some((wanted) => wanted?.length === 0)) return null
  return { institutionId: caller.institutionId, departmentIds, tokens, deviceType: asked.deviceType ?? '', deviceId: asked.deviceId ?? null, typeIds }
}
