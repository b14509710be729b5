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
import { deliveries } from './certificate/deliveries'
import { get as getCertificate } from './certificate/get'
import { handle } from './certificate/handle'
import { list as listCertificates } from './certificate/list'
import { reopen } from './certificate/reopen'
import { save } from './certificate/save'
import { table } from './certificate/table'
import { list as listDepartments } from './department/list'
import { create as createDevice } from './device/create'
import { get as getDevice } from './device/get'
import { list as listDevices } from './device/list'
import { overview } from './home/overview'
import { get as getMessage } from './inbox/get'
import { list as listInbox } from './inbox/list'
import { read } from './inbox/read'
import { unread } from './inbox/unread'
import { list as listPlans } from './plan/list'
import { resend } from './plan/resend'
import { whyNot } from './plan/why-not'

/** Everything that the app can ask for. */
export const operations: readonly Registered[] = [
  me, bind, unbind, logIn, logOut, listAccounts, issueBindCode, grantSubscription,
  listDepartments, listDevices, getDevice, createDevice,
  listCertificates, table, getCertificate, save, handle, reopen, deliveries,
  begin, confirm, discard,
  listInbox, getMessage, read, unread, overview,
  listPlans, resend, whyNot,
]
