import { may } from '../../../domain/account/permissions'
import type { ReadRow } from '../../../domain/certificate/sheet-row'
import type { CertificateType } from '../../../domain/certificate/type'
import { foldWidth, tidy } from '../../../domain/kernel/text'
import type { RowProblem } from '../../../domain/sheet/row-problem'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { DocumentStore } from '../../../cloud/ports'
import { activeAccounts } from '../../../cloud/repositories/accounts'
import { certificatesByNumbers, devicesByAssetNumbers, devicesByCodes, peopleByStaffNumbers, type DeviceFound } from '../../../cloud/repositories/import-lookups'
import { typesOf } from '../../../cloud/repositories/rules'
import { deviceSubject } from '../device/subject'

/** Everything that the rows of one sheet name, asked for at once. */
export interface References {
  caller: SignedIn
  /** Only devices that the caller may see. */
  byCode: ReadonlyMap<string, DeviceFound>
  byAsset: ReadonlyMap<string, DeviceFound[]>
  types: readonly CertificateType[]
  accounts: ReadonlyArray<{ id: string; name: string; loginName: string }>
  /** Ids of certificates by 证件号 and type. */
  taken: ReadonlyMap<string, string>
  /** 姓名 by 工号. */
  people: ReadonlyMap<string, string>
}

export const numberKey = (typeId: string, number: string): string => `${typeId}\n${number}`

function grouped(devices: readonly DeviceFound[]): Map<string, DeviceFound[]> {
  const found = new Map<string, DeviceFound[]>()
  for (const device of devices) found.set(device.fields.assetNumber, [...found.get(device.fields.assetNumber) ?? [], device])
  return found
}

/** What these rows name, of the caller's institution and within what he may see. */
export async function referencesOf(store: DocumentStore, rows: readonly ReadRow[], caller: SignedIn): Promise<References> {
  const { institutionId } = caller
  const sees = (device: DeviceFound): boolean => may(caller, 'device.read', deviceSubject(device)).allowed
  const [byCode, byAsset, types, accounts, taken, people] = await Promise.all([
    devicesByCodes(store, institutionId, rows.flatMap(({ deviceCodes }) => deviceCodes)),
    devicesByAssetNumbers(store, institutionId, rows.flatMap(({ assetNumbers }) => assetNumbers)),
    typesOf(store, institutionId),
    rows.some(({ recipients }) => recipients.length > 0) ? activeAccounts(store, institutionId, '') : [],
    certificatesByNumbers(store, institutionId, rows.map(({ form }) => form.number)),
    peopleByStaffNumbers(store, institutionId, rows.map(({ staffNumber }) => staffNumber)),
  ])
  return {
    caller,
    byCode: new Map(byCode.filter(sees).map((device) => [device.code, device])), byAsset: grouped(byAsset.filter(sees)),
    types: types.map(({ type }) => type).filter(({ active }) => active),
    accounts: accounts.map(({ _id, name, loginName }) => ({ id: _id, name, loginName })),
    taken: new Map(taken.map(({ _id, number, typeId }) => [numberKey(typeId, number), _id])),
    people: new Map(people.map(({ staffNumber, name }) => [staffNumber, name])),
  }
}

/** What a row's names stand for; a name that stands for nothing, or for several, is a problem of its column. */
export interface Found<T> { value: T; problems: RowProblem[] }

const problem = (field: string, code: string, detail: string): RowProblem => ({ field, code, detail })

function assetOf(number: string, { byAsset }: References): Found<DeviceFound[]> {
  const found = byAsset.get(number) ?? []
  if (found.length === 1) return { value: found, problems: [] }
  return { value: [], problems: [problem('assetNumbers', found.length === 0 ? 'import.asset-unknown' : 'import.asset-several', number)] }
}

/** A 唯一码 says which device; 设备编码 only where it is that of one, and only where there is no 唯一码. */
export function devicesFor({ deviceCodes, assetNumbers }: ReadRow, references: References): Found<DeviceFound[]> {
  if (deviceCodes.length === 0) {
    const parts = assetNumbers.map((number) => assetOf(number, references))
    return { value: parts.flatMap(({ value }) => value), problems: parts.flatMap(({ problems }) => problems) }
  }
  const unknown = deviceCodes.filter((code) => !references.byCode.has(code))
  return {
    value: deviceCodes.flatMap((code) => references.byCode.get(code) ?? []),
    problems: unknown.length === 0 ? [] : [problem('deviceCodes', 'import.device-unknown', unknown.join('、'))],
  }
}

const plain = (name: string): string => foldWidth(tidy(name)).replace(/\s/g, '')
const bare = (name: string): string => plain(name).replace(/\(.*?\)/g, '')

/** By its name, with its remark in brackets or without. */
export function typeFor(typeName: string, { types, typeId }: { types: readonly CertificateType[]; typeId: string }): Found<CertificateType | null> {
  const found = typeName === '' ? types.find(({ id }) => id === typeId)
    : types.find(({ name }) => plain(name) === plain(typeName)) ?? types.find(({ name }) => bare(name) === bare(typeName))
  return found ? { value: found, problems: [] } : { value: null, problems: [problem('typeName', 'import.type-unknown', typeName)] }
}

function recipientOf(said: string, { accounts }: References): Found<string[]> {
  const login = accounts.find(({ loginName }) => loginName === said.toLowerCase())
  const named = login ? [login] : accounts.filter(({ name }) => name === said)
  if (named[0] && named.length === 1) return { value: [named[0].id], problems: [] }
  return { value: [], problems: [problem('recipients', named.length === 0 ? 'import.account-unknown' : 'import.account-several', said)] }
}

/** Accounts by 登录名, or by a 姓名 that only one has (S40). */
export function recipientsFor({ recipients }: ReadRow, references: References): Found<string[]> {
  const parts = recipients.map((said) => recipientOf(said, references))
  return { value: parts.flatMap(({ value }) => value), problems: parts.flatMap(({ problems }) => problems) }
}

/** 姓名 by 工号 where it was left out; another name than the one on record is a mistake in one of them (B27). */
export function holderFor({ staffNumber, form: { holderName } }: ReadRow, { people }: References): Found<string> {
  const known = people.get(staffNumber)
  if (known === undefined || holderName === known) return { value: holderName, problems: [] }
  return holderName === '' ? { value: known, problems: [] } : { value: holderName, problems: [problem('holderName', 'import.name-differs', known)] }
}
