import type { CertificateForm } from '../../../domain/certificate/certificate'
import type { CertificateDoc } from '../../../cloud/repositories/certificates'

type Field = Exclude<keyof CertificateForm, 'attachmentIds'>

/** The fields that form and document have in common: all but the files. */
export const formFields = (from: Pick<CertificateForm, Field>): Pick<CertificateForm, Field> => ({
  typeId: from.typeId, deviceIds: from.deviceIds,
  issuer: from.issuer, number: from.number, holderName: from.holderName, gender: from.gender, birthMonth: from.birthMonth, title: from.title,
  operableDevice: from.operableDevice,
  issuedOn: from.issuedOn, validFrom: from.validFrom, expiresOn: from.expiresOn, longTerm: from.longTerm, ...(from.cycleMonths !== undefined && { cycleMonths: from.cycleMonths }),
  leadDays: from.leadDays, sendTime: from.sendTime, description: from.description,
  channels: from.channels, relatedRoles: from.relatedRoles, recipientIds: from.recipientIds, template: from.template,
})

/** The form as `certificate.save` takes it back. */
export const formOf = (doc: CertificateDoc): CertificateForm => ({ ...formFields(doc), attachmentIds: doc.attachments.map(({ id }) => id) })
