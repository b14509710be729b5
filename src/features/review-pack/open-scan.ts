import { packScans } from '../../../contract/review'
import { call } from '../../platform/call'
import { openMarked } from '../../platform/open-marked'
import { toast } from '../../platform/toast'

export interface Scan { certificateId: string; attachmentId: string; name: string; type: string }

/** Shows one scan of a pack with a watermark, by a link made now (B17). `stamp`: what is written across it. */
export async function openScan({ certificateId, attachmentId, name, type }: Scan, stamp: string): Promise<void> {
  try {
    const { urls: [url = ''] } = await call(packScans, { scans: [{ certificateId, attachmentId }] })
    if (url === '') return toast('这张照片没有通过内容检查，已隐藏')
    await openMarked({ name, type, url }, stamp)
  } catch {
    toast('打不开，请检查网络后再试')
  }
}
