import type { PressProps } from './press-props'

const chosenAs = (role: PressProps['role'], chosen: boolean | undefined) =>
  role === 'tab' ? { 'aria-selected': chosen ?? false } : role === 'checkbox' || role === 'radio' ? { 'aria-checked': chosen ?? false } : {}

/** Anything that can be pressed, in a browser: a real button, so that keyboard and screen reader need nothing more. */
export const Press = ({ onClick, children, className = '', disabled = false, busy = false, label, role = 'button', chosen }: PressProps) => (
  <button
    type='button'
    className={`press ${className}`}
    disabled={disabled}
    aria-disabled={busy || undefined}
    aria-label={label}
    role={role === 'button' ? undefined : role}
    {...chosenAs(role, chosen)}
    onClick={(event) => {
      event.stopPropagation()
      if (!busy) onClick()
    }}
  >
    {children}
  </button>
)
