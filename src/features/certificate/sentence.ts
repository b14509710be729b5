import { renderTemplate } from '../../../domain/certificate/template'
import { remainingDays } from '../../../domain/certificate/validity'
import type { CivilDay } from '../../../domain/kernel/civil-day'
import type { LoadedCertificate } from './draft'

/** The sentence of today's message about this certificate, as 首页 carries it (S41). */
export function sentenceOf({ form, devices }: Pick<LoadedCertificate, 'form' | 'devices'>, today: CivilDay): string {
  return renderTemplate(form.template, {
    deviceNames: devices.map(({ name }) => name),
    departmentNames: devices.map(({ department }) => department.name),
    expiresOn: form.expiresOn, number: form.number, holderName: form.holderName,
    remainingDays: remainingDays(form, today),
  })
}

/** What a list and a heading call it by: the holder, else its number. */
export const nameOf = ({ holderName, number }: { holderName: string; number: string }): string => holderName || number
