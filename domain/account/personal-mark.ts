import * as v from 'valibot'

/** What of a person is told whole only to those who need it: 证件号, 出生年月, 手机号; `change`: a field's before and after that may be one of them. */
export type PersonalKind = 'number' | 'birth' | 'phone' | 'change'

/** Marks a place of an answer. The gate masks it for whoever need not see it, wherever it stands. */
export const personal = <T>(kind: PersonalKind): v.MetadataAction<T, { readonly personal: PersonalKind }> => v.metadata({ personal: kind })
