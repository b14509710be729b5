import Taro, { useRouter } from '@tarojs/taro'

export type Params = Readonly<Record<string, string>>

const TABS: readonly string[] = ['/pages/home/home', '/pages/device/list', '/pages/certificate/list', '/pages/inbox/list', '/pages/me/me']

const address = (path: string, params: Params): string => {
  const query = Object.entries(params).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
  return query === '' ? path : `${path}?${query}`
}

/** Opens a page over the present one; a tab is switched to. `path` starts with `/pages/`. */
export const goTo = (path: string, params: Params = {}): void => {
  if (TABS.includes(path)) return switchTab(path)
  void Taro.navigateTo({ url: address(path, params) }).catch(() => undefined)
}

/** Shows a tab page. */
export const switchTab = (path: string): void => {
  void Taro.switchTab({ url: path }).catch(() => undefined)
}

/** Leaves the present page for another that takes its place. */
export const replaceWith = (path: string, params: Params = {}): void => {
  if (TABS.includes(path)) return switchTab(path)
  void Taro.redirectTo({ url: address(path, params) }).catch(() => undefined)
}

/** Back to where one came from; a page opened from a link goes to `fallback`. */
export const goBack = (fallback: string): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack().catch(() => undefined)
  else replaceWith(fallback)
}

const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** The parameters of the present page's address. */
export const useParams = (): Params => {
  const { params } = useRouter()
  return Object.fromEntries(Object.entries(params).flatMap(([name, value]) => (value === undefined || name === '$taroTimestamp' || name === 'stamp' ? [] : [[name, decoded(value)]])))
}

/** The present page, as `/pages/…`. */
export const currentPath = (): string => `/${(Taro.getCurrentInstance().router?.path ?? '').replace(/^\//, '').split('?')[0]}`
