import { DEVICE_OPERATOR, type CertificateType } from '../../domain/certificate/type'
import { TYPE_PRESETS } from '../../domain/certificate/type-presets'
import type { TypeMenu } from '../../domain/certificate/type-menu'
import { DEFAULT_INSTITUTION_RULES, type InstitutionRules } from '../../domain/institution/rules'
import { rulesOf, type ReminderRules } from '../../domain/reminder/rules'
import type { CertificateTypeDoc, InstitutionRulesDoc } from '../documents'
import type { DocumentStore, Transaction } from '../ports'
import { ofInstitution, ownedBy } from './of-institution'

/** A hospital that edits more types than this is none. */
const MOST_TYPES = 500

type Reader = Pick<DocumentStore, 'get'> | Pick<Transaction, 'get'>

export const typeDocId = (institutionId: string, typeId: string): string => `${institutionId}:${typeId}`

export const typeDoc = async (reader: Reader, institutionId: string, typeId: string): Promise<CertificateTypeDoc | null> =>
  ownedBy(await reader.get('certificate_types', typeDocId(institutionId, typeId)), institutionId)

export const institutionRulesDoc = async (reader: Reader, institutionId: string): Promise<InstitutionRulesDoc | null> =>
  ownedBy(await reader.get('institution_rules', institutionId), institutionId)

/** As the hospital edited it, else as it is proposed; `null`: there is none of this id. */
export async function typeById(reader: Reader, institutionId: string, typeId: string): Promise<CertificateType | null> {
  const stored = await typeDoc(reader, institutionId, typeId)
  return stored?.type ?? TYPE_PRESETS.find(({ id }) => id === typeId) ?? null
}

/** Every type with its version; 0: as it is proposed, nobody edited it. */
export async function typesOf(store: DocumentStore, institutionId: string): Promise<Array<{ type: CertificateType; version: number }>> {
  const stored = await store.find('certificate_types', ofInstitution(institutionId), { limit: MOST_TYPES })
  const edited = new Map(stored.map(({ type, version }) => [type.id, { type, version }]))
  const proposed = TYPE_PRESETS.map((type) => edited.get(type.id) ?? { type, version: 0 })
  return [...proposed, ...[...edited.values()].filter(({ type }) => !TYPE_PRESETS.some(({ id }) => id === type.id))]
}

/** The rules that decide when certificates of one institution are told. */
export interface RuleBook {
  institution: InstitutionRules
  rulesFor(typeId: string): ReminderRules
  /** What a type is called; '' when it is gone. */
  nameOf(typeId: string): string
  /** Under which menu name it is kept; one that is gone is a 设备操作证. */
  menuOf(typeId: string): TypeMenu
}

/** Read once for many certificates. One whose type is gone goes on as the guide says. */
export async function ruleBook(store: DocumentStore, institutionId: string): Promise<RuleBook> {
  const [doc, types] = await Promise.all([institutionRulesDoc(store, institutionId), typesOf(store, institutionId)])
  const institution = doc?.rules ?? DEFAULT_INSTITUTION_RULES
  const byType = new Map(types.map(({ type }) => [type.id, rulesOf(type.rules, institution)]))
  const fallback = rulesOf(DEVICE_OPERATOR.rules, institution)
  const known = new Map(types.map(({ type }) => [type.id, type]))
  return { institution, rulesFor: (typeId) => byType.get(typeId) ?? fallback, nameOf: (typeId) => known.get(typeId)?.name ?? '', menuOf: (typeId) => known.get(typeId)?.menu ?? DEVICE_OPERATOR.menu }
}

/** The rules for one certificate, of the store or inside a transaction: two documents by id. */
export async function rulesForType(reader: Reader, institutionId: string, typeId: string): Promise<ReminderRules> {
  const [doc, type] = await Promise.all([institutionRulesDoc(reader, institutionId), typeById(reader, institutionId, typeId)])
  return rulesOf((type ?? DEVICE_OPERATOR).rules, doc?.rules ?? DEFAULT_INSTITUTION_RULES)
}
