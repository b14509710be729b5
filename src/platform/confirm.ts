import Taro from '@tarojs/taro'

interface Question {
  title: string
  text: string
  /** The consequence as a verb, at most four characters on WeChat. */
  yes: string
  no?: string
}

/** --accent of the light theme: WeChat draws the sheet itself, always light, and takes no variable. */
const ACCENT = '#0a5266'

/** Asks before something that cannot be taken back. */
export const confirm = async ({ title, text, yes, no = '取消' }: Question): Promise<boolean> => {
  const { confirm: agreed } = await Taro.showModal({ title, content: text, confirmText: yes, cancelText: no, confirmColor: ACCENT })
  return agreed
}
