import { Box } from '../../ui/plain'
import { Notice } from '../../ui/notice'
import { Empty } from '../../ui/empty'
import type { People } from './use-people'

/** What stands where nobody is listed, and what is said of a list that is not whole. */
export const PeopleNotice = ({ people, asked, cut, failure }: People) => {
  if (asked.data && asked.data.total > 0 && people.length === 0) return <Empty note='这些设备没有符合条件的人员：没有人持有效操作证，或者姓名不对。' />
  if (failure) return <Box className='pad'><Notice tone='warn'>没有取到全科人员，这里只有持证人员。{failure.message}</Notice></Box>
  return cut ? <Box className='pad'><Notice>本科室人员较多，只列出前 100 名和全部持证人员。</Notice></Box> : null
}
