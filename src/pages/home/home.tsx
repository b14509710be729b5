import { HomeScreen } from '../../features/home/home-screen'

definePageConfig({ navigationBarTitleText: '首页' })

export default HomeScreen
