import { dayOf, timeOf } from '../../../domain/kernel/civil-day'
import type { OpenableFile } from '../../platform/open-file'
import { openMarked } from '../../platform/open-marked'
import { serverNow } from '../../platform/server-clock'
import { toast } from '../../platform/toast'
import { useSelf } from '../../platform/use-self'

/** The name that stands on what he looks at. */
export const useViewer = (): string => useSelf().account?.name ?? ''

/** Who looked when: whoever photographs his screen has his own name on the picture (architecture §8). */
export const viewWords = (viewer: string, now: Date): string => `${viewer} ${dayOf(now)} ${timeOf(now).slice(0, 5)} 查看`

/** Shows a scan of a certificate with the viewer and the time across it; where that cannot be done, without a way to send it on. */
export async function viewScan(file: OpenableFile, viewer: string): Promise<void> {
  try {
    await openMarked(file, viewWords(viewer, serverNow()))
  } catch {
    toast('打不开，请检查网络后再试')
  }
}
