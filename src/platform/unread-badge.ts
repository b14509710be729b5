import Taro from '@tarojs/taro'

const INBOX_TAB = 3

/** The number on the 消息 tab; off a tab page there is none to set, and that is no failure. */
export const showUnread = (count: number): void => {
  const done = count > 0 ? Taro.setTabBarBadge({ index: INBOX_TAB, text: count > 99 ? '99+' : String(count) }) : Taro.removeTabBarBadge({ index: INBOX_TAB })
  void Promise.resolve(done).catch(() => undefined)
}
