import { confirm } from '../../platform/confirm'

/** Asks before rows at fault are left behind that nobody has taken away as a file. */
export const leaveFaulty = (ready: number, faulty: number): Promise<boolean> =>
  confirm({ title: `只导入 ${ready} 行`, text: `${faulty} 行有问题的不导入，也还没有下载。下载后照「原因」改好再导入更省事。`, yes: '导入' })
