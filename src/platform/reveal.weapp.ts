import Taro from '@tarojs/taro'

/** Brings a part of the page into sight; one that is not there leaves the page where it is. */
export const reveal = (id: string): void => void Taro.pageScrollTo({ selector: `#${id}`, duration: 200 }).catch(() => undefined)
