import { useState } from 'react'
import { emptyCredentials, missing, type CredentialField, type Credentials } from './credentials'

/** The few fields of 绑定 and 登录, with what is wrong at each. */
export const useCredentials = () => {
  const [values, setValues] = useState<Credentials>(emptyCredentials)
  const [errors, setErrors] = useState<Partial<Record<CredentialField, string>>>({})
  return {
    values,
    field: (name: CredentialField) => ({
      value: values[name],
      error: errors[name],
      onChange: (value: string) => {
        setValues((now) => ({ ...now, [name]: value }))
        setErrors((now) => ({ ...now, [name]: undefined }))
      },
    }),
    /** true when nothing asked is missing; else each field says so. */
    check: (asked: readonly CredentialField[]): boolean => {
      const wrong = missing(values, asked)
      setErrors(wrong)
      return Object.keys(wrong).length === 0
    },
  }
}
