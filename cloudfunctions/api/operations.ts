import type { Registered } from '../../cloud/gate/verb'
import { bind } from './account/bind'
import { grantSubscription } from './account/grant-subscription'
import { issueBindCode } from './account/issue-bind-code'
import { list as listAccounts } from './account/list'
import { logIn } from './account/log-in'
import { logOut } from './account/log-out'
import { me } from './account/me'
import { unbind } from './account/unbind'
import { begin } from './attachment/begin'
import { confirm } from './attachment/confirm'
import { discard } from './attachment/discard'
import { chain } from './certificate/chain'
import { change as changeMany, preview as previewChange } from './bulk/change'
import { handOver, told } from './bulk/hand-over'
import { deliveries } from './certificate/deliveries'
import { exportList } from './certificate/export'
import { get as getCertificate } from './certificate/get'
import { handle } from './certificate/handle'
import { history } from './certificate/history'
import { list as listCertificates } from './certificate/list'
import { reopen } from './certificate/reopen'
import { save } from './certificate/save'
import { table } from './certificate/table'
import { followCode } from './channel/follow-code'
import { saveSettings as saveChannels } from './channel/save-settings'
import { settings as channelSettings } from './channel/settings'
import { test as testChannel } from './channel/test'
import { matrix } from './cover/matrix'
import { list as listDepartments } from './department/list'
import { addRecord } from './device/add-record'
import { create as createDevice } from './device/create'
import { get as getDevice } from './device/get'
import { list as listDevices } from './device/list'
import { records } from './device/records'
import { removeRecord } from './device/remove-record'
import { setStatus } from './device/set-status'
import { transfer } from './device/transfer'
import { update as updateDevice } from './device/update'
import { overview } from './home/overview'
import { get as getMessage } from './inbox/get'
import { list as listInbox } from './inbox/list'
import { read } from './inbox/read'
import { unread } from './inbox/unread'
import { get as getJob } from './job/get'
import { list as listJobs } from './job/list'
import { rows as listJobRows } from './job/rows'
import { run as runJob } from './job/run'
import { undo as undoJob } from './job/undo'
import { list as listPlans } from './plan/list'
import { resend } from './plan/resend'
import { whyNot } from './plan/why-not'

/** Everything that the app can ask for. */
export const operations: readonly Registered[] = [
  me, bind, unbind, logIn, logOut, listAccounts, issueBindCode, grantSubscription,
  listDepartments, listDevices, getDevice, createDevice, updateDevice, setStatus, transfer, records, addRecord, removeRecord,
  listCertificates, table, getCertificate, save, handle, reopen, deliveries, history, chain, exportList, matrix,
  begin, confirm, discard,
  listInbox, getMessage, read, unread, overview,
  listPlans, resend, whyNot,
  getJob, listJobs, listJobRows, runJob, undoJob, previewChange, changeMany, told, handOver,
  channelSettings, saveChannels, testChannel, followCode,
]
