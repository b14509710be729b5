import * as v from 'valibot'
import { certificateFilters } from '../../../../contract/certificate'
import { CertificateExport } from '../../../features/certificate-list/certificate-export'
import { MENU_NAMES } from '../../../features/certificate/menu-names'
import { goBack, useParams, type Params } from '../../../platform/navigate'

definePageConfig({ navigationBarTitleText: '导出' })

/** The list's filters out of the address; one that is none narrows nothing. */
function queryOf(params: Params) {
  const read = v.safeParse(v.object(certificateFilters), params)
  return read.success ? read.output : { keyword: '' }
}

/** 导出 of 操作证 and its neighbours as filtered, for the phone (B23). */
export default function CertificateExportPage() {
  const query = queryOf(useParams())
  return <CertificateExport title={`导出${query.menu ? MENU_NAMES[query.menu].short : '操作证'}`} query={query} onBack={() => goBack('/pages/certificate/list')} />
}
