import type { Reach } from '../../../contract/account'

/** How somebody can be reached besides his bound WeChat, in one line for a list. */
export const reachLine = (reach: Reach): string => [
  reach.follows ? '已关注' : '未关注',
  reach.hasPhone ? '有手机号' : '无手机号',
  `微信还可提醒 ${reach.wechatCredits} 次`,
  ...(reach.employed ? ['已开启用工消息'] : []),
].join('\u3000')
