import { useEffect, useRef, useState } from 'react'
import { certificatePhotos, type CertificateEntry } from '../../../contract/certificate'
import { call } from '../../platform/call'

/** What one question takes. */
const AT_ONCE = 50

/** Links to the photos of the rows, by certificate, asked once for each as the rows come and never one by one. A list without them is a list all the same. */
export function usePhotos(rows: readonly Pick<CertificateEntry, 'id' | 'version' | 'pictured'>[]): Readonly<Record<string, string>> {
  const [urls, setUrls] = useState<Readonly<Record<string, string>>>({})
  const asked = useRef(new Set<string>())
  useEffect(() => {
    const fresh = rows.filter(({ id, version, pictured }) => pictured && !asked.current.has(`${id} ${version}`))
    for (const { id, version } of fresh) asked.current.add(`${id} ${version}`)
    for (let at = 0; at < fresh.length; at += AT_ONCE) {
      void call(certificatePhotos, { ids: fresh.slice(at, at + AT_ONCE).map(({ id }) => id) }).then(
        ({ photos }) => setUrls((all) => ({ ...all, ...Object.fromEntries(photos.map(({ id, url }) => [id, url])) })),
        () => undefined,
      )
    }
  }, [rows])
  return urls
}
