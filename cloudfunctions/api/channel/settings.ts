import { channelSettings } from '../../../contract/channel'
import { reads } from '../../../cloud/gate/verb'
import { channelSettingsOf, untouchedSettings } from '../../../cloud/repositories/channel-settings'
import { viewOf } from './view'

/** 通道设置 of the institution, secrets left out. */
export const settings = reads(channelSettings, async (_input, { institutionId }, scene) =>
  viewOf((await channelSettingsOf(scene.store, institutionId)) ?? untouchedSettings(institutionId, scene.now), scene))
