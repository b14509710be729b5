import Taro from '@tarojs/taro'
import type { CalendarEntry } from '../../domain/certificate/calendar-entry'
import { toast } from './toast'

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000)

/** Into the phone's own calendar (https://developers.weixin.qq.com/miniprogram/dev/api/device/calendar/wx.addPhoneCalendar.html), rung at its time. */
export const addToCalendar = ({ title, note, start, end }: CalendarEntry): Promise<void> =>
  Taro.addPhoneCalendar({ title, description: note, startTime: seconds(start), endTime: String(seconds(end)), alarm: true, alarmOffset: 0 })
    .then(() => toast('已加到手机日历'), ({ errMsg = '' }: { errMsg?: string }) => {
      if (!/cancel/.test(errMsg)) toast('没有加上，请在手机设置里允许微信使用日历')
    })
