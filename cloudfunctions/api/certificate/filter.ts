import type { listCertificates } from '../../../contract/certificate'
import type { InputOf } from '../../../contract/operation'
import { queryTokens } from '../../../domain/device/search'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { DocumentStore } from '../../../cloud/ports'
import type { CertificateFilter } from '../../../cloud/repositories/certificates'
import { departmentsInScope } from '../department/scope'

type Asked = Pick<InputOf<typeof listCertificates>, 'keyword' | 'departmentId' | 'deviceType' | 'deviceId'>

/** What a list is about, within what the caller may see; null: nothing can match. */
export async function filterOf(asked: Asked, caller: SignedIn, store: DocumentStore): Promise<CertificateFilter | null> {
  const tokens = queryTokens(asked.keyword)
  const departmentIds = await departmentsInScope(store, caller, asked.departmentId)
  if ((asked.keyword.trim() !== '' && tokens.length === 0) || departmentIds?.length === 0) return null
  return { institutionId: caller.institutionId, departmentIds, tokens, deviceType: asked.deviceType ?? '', deviceId: asked.deviceId ?? null }
}
