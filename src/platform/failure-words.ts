export type Detail = Readonly<Record<string, unknown>>
export type Words = string | ((detail: Detail) => string)
export type WordBook = Readonly<Record<string, Words>>

const clock = (value: unknown): string | null => {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN
  if (Number.isNaN(at)) return null
  const local = new Date(at + 8 * 3_600_000)
  return `${String(local.getUTCHours()).padStart(2, '0')}:${String(local.getUTCMinutes()).padStart(2, '0')}`
}

/** What can happen to any call. Each sentence says what happened and what to do. */
const GENERAL: WordBook = {
  'network.offline': '网络不通，没有收到回答。请检查网络后重试。',
  unexpected: '系统出了问题，已经记下。请稍后再试。',
  forbidden: '您没有这项权限，需要请设备科办理。',
  'not-found': '没有找到，可能已被删除或不在您的权限内。',
  'invalid-input': '有内容填得不对，请检查后再试。',
  'invalid-call': '版本太旧，请关闭后重新打开。',
  'operation.unknown': '版本太旧，请关闭后重新打开。',
  'request.reused': '内容已经改动，请再提交一次。',
  'limit.reached': (detail) => `这一小时里做得太多了，请在 ${clock(detail.until) ?? '下一小时'} 之后再试。`,
  busy: '此刻办理的人太多，请稍后再试。',
  'account.prove-again': '没有确认身份，这一步没有办。需要时再办一次就好。',
  'account.signed-out': '登录已过期，请重新登录。',
  'account.not-bound': '请先绑定账号。',
  'account.off': '您的账号已停用，请找本院设备科。',
  'account.wrong-credentials': '机构、登录名或密码不对，请检查后再试。',
  'account.wechat-only': '这一步要在微信小程序里办理。',
  'account.web-only': '这一步要在电脑网页上办理。',
  'account.app-not-allowed': '这个小程序不能用于本系统，请打开本院指定的小程序。',
  'account.unknown-caller': '没有认出您的微信，请关闭小程序后重新打开。',
  'account.not-found': '有人的账号已停用，请重新选择人员。',
  'account.locked': (detail) => {
    const until = clock(detail.until)
    return until === null ? '连续输错次数过多，请过一会儿再试。' : `连续输错次数过多，请在 ${until} 之后再试。`
  },
  'account.already-bound': (detail) => (typeof detail.name === 'string' ? `这个微信已经绑定了${detail.name}的账号，请先在「我的」里解绑。` : '这个微信已经绑定了账号，请先在「我的」里解绑。'),
  'account.bound-to-another': '这个账号已经绑定在另一个微信上，请先在那边解绑，或请设备科处理。',
  'bind-code.wrong': '登录名或绑定码不对，请检查后再试。',
  'bind-code.used': '这个绑定码已经用过，请向设备科再要一个。',
  'bind-code.expired': '绑定码已过期，请向设备科再要一个。',
  'web-log-in.over': '这个登录码已经失效，请在电脑上换一个再扫。',
  'web-log-in.not-set-up': '还没有配置小程序，请用登录名和密码登录。',
  'web-log-in.refused': '微信没有给出登录码，请用登录名和密码登录。',
  'subscription.unknown-template': '提醒的模板已经更换，请关闭小程序后重新打开，再点一次。',
  'attachment.not-arrived': '文件没有传上去，请重新上传。',
  'attachment.too-large': '文件太大，请压缩后再上传。',
  'attachment.type-not-allowed': '只收照片（JPG、PNG、WebP、HEIC）和 PDF。',
  'attachment.not-staged': '有附件已失效，请删除后重新上传。',
  'certificate.changed-meanwhile': '这张证刚被别人改过，请看过最新内容后再改。',
  'certificate.number-taken': '该证件号已有操作证，请核对。',
  'certificate.too-many-devices': '设备太多，请分成几张证。',
  'handling.not-handled': '这张证没有处理记录，可能已被别人恢复提醒。',
  'handling.renewal-missing': '请填新的有效期至，或选长期有效。',
  'device.not-found': '有设备已不存在或不归您管，请移除后再保存。',
  'device.numbers-used-up': '唯一码已经用完，请联系系统管理员。',
}

const say = (words: Words, detail: Detail): string => (typeof words === 'string' ? words : words(detail))

/** The sentence for a failure code. A feature adds its own words; a code that nobody knows is told as an unexpected one. */
export const failureWords = (code: string, detail: Detail = {}, more: WordBook = {}): string =>
  say(more[code] ?? GENERAL[code] ?? GENERAL.unexpected ?? '', detail)
