import type { State } from '../../domain/certificate/validity'
import { Box } from './plain'

/** `wait`: something waits for a person and has no date. */
export type MarkState = 'ok' | 's90' | 's30' | 'today' | 'over' | 'long' | 'review' | 'off' | 'wait'

const MARKS: Readonly<Record<State, MarkState>> = {
  expired: 'over', today: 'today', 'within-30': 's30', 'within-90': 's90', 'within-180': 'ok', ok: 'ok', 'long-term': 'long', review: 'review', off: 'off',
}

/** The mark of a certificate's state; 91–180天 and 正常 share the ring, their words differ. */
export const markOf = (state: State): MarkState => MARKS[state]

export const Mark = ({ state }: { state: MarkState }) => <Box className={`mk mk--${state} st--${state}`} aria-hidden='true' />
