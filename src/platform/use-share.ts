import { useShareAppMessage } from '@tarojs/taro'

/** What WeChat sends when the page that is open is shared: a card with a title that opens a page of the app. The page's config allows it (`enableShareAppMessage`). */
export const useShare = (title: string, path: string): void => useShareAppMessage(() => ({ title, path }))
