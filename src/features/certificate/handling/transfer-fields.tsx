import { HANDLING_LIMITS } from '../../../../domain/certificate/handling'
import { Button } from '../../../ui/button'
import { Field } from '../../../ui/field'
import { Box } from '../../../ui/plain'
import { TextAreaField } from '../../../ui/text-area-field'
import type { PersonCard } from '../draft'
import { PeoplePicker } from '../people/people-picker'
import type { HandlingDesk } from './use-handling'

const Chosen = ({ person, onOther }: { person: PersonCard; onOther: () => void }) => (
  <Box className='row'>
    <Box className='grow bold'>{person.name}</Box>
    <Button kind='text' onClick={onOther}>换一位</Button>
  </Box>
)

/** 转交…: one account of the institution, and why if one likes to say it (B1). */
export const TransferFields = ({ desk }: { desk: HandlingDesk }) => {
  const { to, note } = desk.draft
  return (
    <Box>
      <Field label='转交给' error={desk.errorOf('to')}>
        {to === null ? <Box className='sub'>请在下面选一位</Box> : <Chosen person={to} onOther={() => desk.set({ to: null })} />}
      </Field>
      {to === null && <PeoplePicker picking={{ chosen: [], toggle: ({ id, name, reach }) => desk.set({ to: { id, name, reach } }) }} />}
      <TextAreaField label='说明' last value={note} maxLength={HANDLING_LIMITS.note} placeholder='可不填' onChange={(text) => desk.set({ note: text })} />
    </Box>
  )
}
