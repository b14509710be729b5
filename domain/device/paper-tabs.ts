import type { CertificateForm } from '../certificate/certificate'
import type { TypeMenu } from '../certificate/type-menu'

/** Tabs of a device that hold papers, each under the menu name that its types are kept under (S45). */
export const PAPER_TABS = ['device-upkeep', 'device-metrology', 'device-licence', 'device-certificate'] as const satisfies readonly TypeMenu[]
export type PaperTab = (typeof PAPER_TABS)[number]

/** Files that may come with a new device in all its tabs: what one transaction holds beside the papers themselves. */
export const MOST_FIRST_FILES = 30

/** The form of a paper whose device is not there yet. */
export type DevicelessForm = Omit<CertificateForm, 'deviceIds'>
export const withoutDevices = (form: CertificateForm): DevicelessForm =>
  Object.fromEntries(Object.entries(form).filter(([field]) => field !== 'deviceIds')) as unknown as DevicelessForm
