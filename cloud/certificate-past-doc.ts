import type { CivilDay } from '../domain/kernel/civil-day'

/** A file that is kept with something. */
export interface AttachmentPart { id: string; name: string; type: string; bytes: number; fileId: string; sha256: string }

/** A turn of the renewal chain that is over (B13). */
export interface CertificateCycleDoc {
  _id: string; schema: 1; institutionId: string
  /** Of its certificate then; absent: from before it was kept. */
  typeId?: string
  certificateId: string; cycle: number; number: string; issuedOn: CivilDay | null; validFrom: CivilDay | null; expiresOn: CivilDay | null; longTerm: boolean
  attachments: AttachmentPart[]; closedAt: Date; closedBy: string
}

/** Scans that a save took from a certificate: they stay, found by their ids in its audit (S32); `_id` is `<certificateId>:<version>` of the first version without them. */
export interface FormerScansDoc { _id: string; schema: 1; institutionId: string; certificateId: string; attachments: AttachmentPart[] }
