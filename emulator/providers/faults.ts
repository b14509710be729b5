/** The provider's ends that can be told to fail. */
export const ENDS = [
  'stable-token', 'template-message', 'subscribe-message', 'employee-message', 'employee-unbind', 'user-info', 'qrcode', 'qrcode-picture', 'mini-code', 'phone-number', 'media-check', 'printed-text', 'sms',
] as const
export type End = (typeof ENDS)[number]

export interface Fault {
  end: End
  /** How many answers are changed. */
  times: number
  /** What is answered instead, without any effect: WeChat's errcode, or Tencent's code. */
  code?: number | string
  message?: string
  /** SMS: the code fails the whole call instead of one number. */
  wholeCall?: boolean
  /** Real milliseconds before the answer. */
  latencyMs?: number
  /** The connection breaks: before anything happened, or after the effect. */
  cut?: 'before' | 'after'
}

export interface Faults {
  add(fault: Fault): void
  /** The fault for the next answer of this end; counts it down. */
  next(end: End): Fault | undefined
  list(): Fault[]
  clear(): void
}

export const createFaults = (): Faults => {
  let faults: Fault[] = []
  return {
    add: (fault) => { faults.push({ ...fault }) },
    next: (end) => {
      const fault = faults.find((one) => one.end === end)
      if (!fault) return undefined
      fault.times -= 1
      faults = faults.filter((one) => one.times > 0)
      return fault
    },
    list: () => faults.map((fault) => ({ ...fault })),
    clear: () => { faults = [] },
  }
}
