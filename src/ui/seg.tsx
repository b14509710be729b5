import { Box } from './plain'
import { Press } from './press'

interface Props {
  items: readonly { value: string; text: string }[]
  value: string
  onChange: (value: string) => void
  label: string
}

/** Two or three ways of the same thing, one shown. */
export const Seg = ({ items, value, onChange, label }: Props) => (
  <Box className='seg' role='tablist' aria-label={label}>
    {items.map((item) => (
      <Press key={item.value} role='tab' chosen={item.value === value} className={`seg__i ${item.value === value ? 'seg__i--on' : ''}`} onClick={() => onChange(item.value)}>
        {item.text}
      </Press>
    ))}
  </Box>
)
