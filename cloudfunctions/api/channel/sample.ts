import type { Occasion } from '../../../domain/reminder/render'
import { DEFAULT_TEMPLATE } from '../../../domain/certificate/default-template'
import { addDays, type CivilDay } from '../../../domain/kernel/civil-day'

/** What a test message tells of: a device that says itself that this is a test, so that nobody takes it for a reminder. */
export const sampleOccasion = (today: CivilDay, holderName: string): Occasion => ({
  day: today,
  items: [{
    certificateId: 'test', cycle: 1, expiresOn: addDays(today, 30), template: DEFAULT_TEMPLATE,
    number: 'TEST000000', holderName, deviceNames: ['测试设备'], departmentNames: ['测试'],
  }],
})
