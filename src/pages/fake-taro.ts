/** What the pages ask of the framework, for page tests: where they go is noted, storage lasts one test. */
const kept = new Map<string, unknown>()
const shown: Array<() => void> = []
const bottoms: Array<() => void> = []
const pulls: Array<() => void> = []

export const wentTo: string[] = []
export const copied: string[] = []
const go = ({ url }: { url: string }) => {
  wentTo.push(url)
  return Promise.resolve()
}

/** Parameters of the page under test. */
export const params: Record<string, string> = {}

export const comesBack = (): void => shown.slice(-20).forEach((again) => again())
export const pullsDown = (): void => pulls.slice(-20).forEach((again) => again())
export const reachesBottom = (): void => bottoms.at(-1)?.()

/** As at the start: 张三 is logged in, nothing was opened. */
export const forgetAll = (): void => {
  kept.clear()
  kept.set('session', 'token-of-zhang')
  wentTo.length = 0
  copied.length = 0
  shown.length = 0
  bottoms.length = 0
  pulls.length = 0
  Object.keys(params).forEach((name) => delete params[name])
}

/** Every drawing registers again; only the newest counts. */
const latest = (list: Array<() => void>) => (run: () => void) => void list.push(run)

export const fakeTaro = {
  __esModule: true,
  default: {
    navigateTo: go,
    redirectTo: go,
    switchTab: go,
    navigateBack: () => go({ url: 'back' }),
    getCurrentPages: () => [{}, {}],
    getCurrentInstance: () => ({ router: { path: '' } }),
    setClipboardData: ({ data }: { data: string }) => Promise.resolve(copied.push(data)),
    showToast: () => Promise.resolve(),
    getStorageSync: (key: string) => kept.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void kept.set(key, value),
    removeStorageSync: (key: string) => void kept.delete(key),
    stopPullDownRefresh: () => undefined,
    eventCenter: { on: () => undefined, off: () => undefined, trigger: () => undefined },
  },
  useDidShow: latest(shown),
  useReachBottom: latest(bottoms),
  usePullDownRefresh: latest(pulls),
  useRouter: () => ({ params }),
}
