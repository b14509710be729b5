import { goTo } from '../platform/navigate'
import { useSelf } from '../platform/use-self'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { PageFrame } from '../ui/page-frame'

const PLACES: ReadonlyArray<readonly [action: string, place: string, path: string]> = [
  ['institution.found', '机构管理', '/pages/work/rules/institutions'],
  ['audit.read', '审计日志', '/pages/work/audit/list'],
]

/** 审计员 and 平台运维 see nothing of the hospital's devices and certificates (B25). */
export const useElsewhere = (): boolean => {
  const { state, actions } = useSelf()
  return state === 'known' && !actions.includes('certificate.read')
}

/** What the tabs tell them: where their own work is. */
export const Elsewhere = ({ title }: { title: string }) => {
  const { actions } = useSelf()
  const own = PLACES.filter(([action]) => actions.includes(action))
  return (
    <PageFrame title={title}>
      <Empty
        text='这里没有您要办的事'
        note={own.map(([, place]) => `您的工作在${place}。`).join('')}
        action={own.map(([, place, path]) => <Button key={path} kind='line' onClick={() => goTo(path)}>{`打开${place}`}</Button>)}
      />
    </PageFrame>
  )
}
