import { liveApi } from '../../cloud/live'
import { operations } from './operations'

/** The app's door: calls by `wx.cloud.callFunction` and, for the web edition, by HTTP access. */
export const main = liveApi(operations)
