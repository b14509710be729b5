import { outlinePack } from '../../../contract/review'
import { isValidOn } from '../../../domain/certificate/validity'
import { reads } from '../../../cloud/gate/verb'
import { bareDevices } from './bare-devices'
import { endsSoon } from './book'
import { standingsOf } from './facts'
import { packHolding, packRate } from './rates'

/** What a pack says at a glance (B17): the same facts as its book. */
export const outline = reads(outlinePack, async (asked, caller, scene) => {
  const [standings, bare, found] = await Promise.all([standingsOf(asked, caller, scene), bareDevices(asked, caller, scene), packHolding(asked, caller, scene)])
  return {
    certificates: standings.length,
    valid: standings.filter(({ turn }) => isValidOn(turn, asked.on)).length,
    soon: standings.filter((standing) => endsSoon(standing, asked.on)).length,
    scans: standings.reduce((sum, { turn }) => sum + turn.attachments.length, 0),
    bare: bare.length,
    rate: packRate(found),
  }
})
