import { createContext, useContext } from 'react'

interface FieldId {
  id: string | undefined
  errorId: string | undefined
}

/** Ties the input inside a field to the field's label and error, in a browser. */
export const FieldIdContext = createContext<FieldId>({ id: undefined, errorId: undefined })

export const useFieldAttributes = (label: string | undefined) => {
  const { id, errorId } = useContext(FieldIdContext)
  return {
    id,
    'aria-label': label,
    'aria-invalid': errorId === undefined ? undefined : true,
    'aria-describedby': errorId,
  }
}
