import { Box } from './plain'
import { Press } from './press'

interface Props {
  items: readonly { value: string; text: string; count?: number }[]
  value: string
  onChange: (value: string) => void
  label: string
}

/** A row of choices that scrolls sideways; the chosen one is underlined. */
export const Chips = ({ items, value, onChange, label }: Props) => (
  <Box className='chips' role='tablist' aria-label={label}>
    {items.map((item) => (
      <Press key={item.value} role='tab' chosen={item.value === value} className={`chip ${item.value === value ? 'chip--on' : ''}`} onClick={() => onChange(item.value)}>
        {item.text}{item.count !== undefined && <Box className='chip__n num'>{item.count}</Box>}
      </Press>
    ))}
  </Box>
)
