import type { MenuEntry } from './shell'

interface Place { path: string; also?: readonly string[] }

const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/')
const placesOf = ({ path, also = [], entries = [] }: MenuEntry): Place[] => [...(path === null ? [] : [{ path, also }]), ...entries]

/**
 * The path of the one entry that the page `at` belongs to, null: none. The entry of this very page, or the one that claims it, or the list that is called
 * after it (`submissions` of `submission`), or the first in whose folder it lies: `/pages/certificate/record/edit` lies under `/pages/certificate/list`.
 */
export function menuPlace(menu: readonly MenuEntry[], at: string): string | null {
  const places = menu.flatMap(placesOf)
  const found = places.find(({ path }) => path === at)
    ?? places.find(({ also = [] }) => also.includes(at))
    ?? places.find(({ path }) => at !== '' && path.startsWith(at))
    ?? places.find(({ path }) => path !== '' && `${folderOf(at)}/`.startsWith(`${folderOf(path)}/`))
  return found?.path ?? null
}
