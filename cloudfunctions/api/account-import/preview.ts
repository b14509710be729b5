import { previewAccountImport } from '../../../contract/account-import'
import { reads } from '../../../cloud/gate/verb'
import { previewOf } from '../import/sheet'
import { openImport } from './open'

/** What an import would do, before anything is done (B23). */
export const preview = reads(previewAccountImport, async (asked, caller, scene) => {
  const { sheet, rows } = await openImport(asked, caller, scene)
  return previewOf(sheet, rows, scene.secrets)
})
