import { HomeScreen } from '../../features/home/home-screen'
import { Elsewhere, useElsewhere } from '../elsewhere'

definePageConfig({ navigationBarTitleText: '首页' })

export default function HomePage() {
  return useElsewhere() ? <Elsewhere title='首页' /> : <HomeScreen />
}
