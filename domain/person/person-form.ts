import { foldWidth, lengthOf, tidy } from '../kernel/text'
import { PERSON_LIMITS, type Employment } from './person'

/** What is filled in of a person; 在岗, 离职 and 科室 later change by steps of their own, because other things hang on them. */
export interface PersonForm {
  staffNumber: string
  name: string
  departmentId: string
  title: string
  employment: Employment
}

const STAFF_NUMBER = /^[A-Za-z0-9][A-Za-z0-9._/-]*$/

/** As it is stored: a 工号 in half width and capitals, so that «a01» and «Ａ01» are one. */
export const tidyPerson = (form: PersonForm): PersonForm => ({
  ...form,
  staffNumber: foldWidth(tidy(form.staffNumber)).replace(/\s/g, '').toUpperCase(),
  name: tidy(form.name),
  title: tidy(form.title),
})

function staffNumberCode(staffNumber: string): string | null {
  if (staffNumber === '') return 'person.staff-number-missing'
  return lengthOf(staffNumber) > PERSON_LIMITS.staffNumber || !STAFF_NUMBER.test(staffNumber) ? 'person.staff-number-signs' : null
}

function nameCode(name: string): string | null {
  if (name === '') return 'person.name-missing'
  return lengthOf(name) > PERSON_LIMITS.name ? 'person.name-too-long' : null
}

/** Field → code of a tidied form; empty when it may be saved (B27). */
export function checkPerson({ staffNumber, name, departmentId, title }: PersonForm): Record<string, string> {
  const codes = {
    staffNumber: staffNumberCode(staffNumber),
    name: nameCode(name),
    departmentId: departmentId === '' ? 'person.department-missing' : null,
    title: lengthOf(title) > PERSON_LIMITS.title ? 'person.title-too-long' : null,
  }
  return Object.fromEntries(Object.entries(codes).flatMap(([field, code]) => (code === null ? [] : [[field, code]])))
}
