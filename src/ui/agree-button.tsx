import type { ReactNode } from 'react'
import { Button } from './button'

/** `id`: by which WeChat knows that it was pressed. */
export interface AgreeProps { id: string; children: ReactNode; onAgree: () => void }

/** On the phone this is WeChat's own button; a browser needs none. */
export const AgreeButton = ({ children, onAgree }: AgreeProps) => <Button wide onClick={onAgree}>{children}</Button>
