/** Fields of the certificate's form that a photo can fill in (B15). */
export const PRINTED_FIELDS = ['number', 'holderName', 'issuer', 'issuedOn', 'expiresOn'] as const
export type PrintedField = (typeof PRINTED_FIELDS)[number]
