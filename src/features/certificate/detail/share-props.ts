export interface ShareProps {
  id: string
  /** What kind of paper it is; a card in a chat names nobody. */
  noun: string
  /** Its last day; `null`: it has none. */
  expiresOn: string | null
}

export const CERTIFICATE_PAGE = '/pages/certificate/record/detail'
