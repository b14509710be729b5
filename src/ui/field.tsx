import { useEffect, useId } from 'react'
import { fieldClass } from './field-class'
import { FieldIdContext } from './field-id'
import type { FieldProps } from './field-props'
import { revealLateRefusal } from './refusal'

const Wrong = ({ id, children }: { id: string; children: string }) => {
  useEffect(revealLateRefusal, [])
  return <div className='fld__e' id={id} role='alert'>{children}</div>
}

const Foot = ({ id, error, hint }: { id: string; error?: string; hint?: string }) => {
  if (error) return <Wrong id={id}>{error}</Wrong>
  return hint ? <div className='fld__h'>{hint}</div> : null
}

/** A label and a writing line, in a browser: label and error belong to the input inside. */
export const Field = (props: FieldProps) => {
  const { label, children, error, hint, required } = props
  const id = useId()
  const errorId = `${id}e`
  return (
    <div className={fieldClass(props)}>
      <label className='fld__l' htmlFor={id}>{label}{required && <span className='fld__r' aria-hidden='true'>*</span>}</label>
      <div className='fld__c'>
        <div className='fld__v'>
          <FieldIdContext.Provider value={{ id, errorId: error ? errorId : undefined }}>{children}</FieldIdContext.Provider>
        </div>
        <Foot id={errorId} error={error} hint={hint} />
      </div>
    </div>
  )
}
