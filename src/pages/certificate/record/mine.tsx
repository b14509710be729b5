import { MyCertificates } from '../../../features/certificate/submission/my-certificates'

definePageConfig({ navigationBarTitleText: '我的证书' })

export default MyCertificates
