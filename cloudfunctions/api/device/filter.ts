import { queryTokens } from '../../../domain/device/search'
import type { DeviceStatus } from '../../../domain/device/device'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { DocumentStore } from '../../../cloud/ports'
import type { DeviceFilter } from '../../../cloud/repositories/devices'
import { typeToken } from '../../../cloud/search-tokens'
import { departmentsInScope } from '../department/scope'

interface Asked { keyword: string; departmentId?: string | undefined; status?: DeviceStatus | undefined; type?: string | undefined }

/** What a list of devices is about, as far as the caller sees it (B25). `null`: nothing can be meant. */
export async function deviceFilterOf(store: DocumentStore, caller: SignedIn, { keyword, departmentId, status, type = '' }: Asked): Promise<DeviceFilter | null> {
  const words = queryTokens(keyword)
  const departmentIds = await departmentsInScope(store, caller, departmentId)
  const unsearchable = keyword.trim() !== '' && words.length === 0
  if (unsearchable || departmentIds?.length === 0) return null
  return { institutionId: caller.institutionId, departmentIds, tokens: [...words, ...(type === '' ? [] : [typeToken(type)])], ...(status && { status }) }
}
