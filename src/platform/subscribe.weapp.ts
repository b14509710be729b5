import Taro from '@tarojs/taro'

export type Consent = 'accept' | 'reject' | 'ban' | 'filter'

export const canSubscribe = (): boolean => true

/**
 * Asks for one more reminder (B2). Must be the first thing a tap does, or WeChat refuses. `null`: the user was not asked.
 * https://developers.weixin.qq.com/miniprogram/dev/api/open-api/subscribe-message/wx.requestSubscribeMessage.html
 */
export const requestSubscription = async (templateId: string): Promise<Consent | null> => {
  try {
    const answer = new Map<string, unknown>(Object.entries(await Taro.requestSubscribeMessage({ tmplIds: [templateId], entityIds: [] })))
    const consent = answer.get(templateId)
    return consent === 'accept' || consent === 'reject' || consent === 'ban' || consent === 'filter' ? consent : null
  } catch {
    return null
  }
}
