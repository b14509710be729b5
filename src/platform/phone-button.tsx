import type { ReactNode } from 'react'

/** `onCode`: what WeChat hands over instead of the number; '' when the user thought better of it, null when WeChat gives no more numbers to this app. */
export interface PhoneProps { children: ReactNode; onCode: (code: string | null) => void }

/** A browser knows no number. */
export const mayAskPhone = (): boolean => false
export const PhoneButton: (props: PhoneProps) => ReactNode = () => null
