import { resolve } from 'node:path'
import { startHospital } from './cloud'
import { passwordOf } from './people'

const portOf = (args: readonly string[]): number => {
  const at = args.indexOf('--port')
  return at < 0 ? 8710 : Number(args[at + 1])
}

const welcome = (base: string): string => `
  操作证管家 is running.

    App      ${base}/?as=wx-zhangsan     (opened as the WeChat user 张三)
    Console  ${base}/_emulator/          (clock, messages as phones show them, data, functions)

  What to try:
    1. Open the app, bind 张三: 医疗机构测试1 / zhangsan / ${passwordOf('zhangsan')}
    2. 设备 → search 裂隙灯.  操作证 → 新增, pick two devices, save.
    3. In the console move the clock to the first send time, then look at 消息 and at the phones.

  Ctrl-C ends it. Data stay in .data/ ; delete that folder to begin anew.
`

const main = async (): Promise<void> => {
  const emulator = await startHospital({
    dataFolder: resolve('.data'),
    webFolder: resolve('dist/h5-emulator'),
    port: portOf(process.argv.slice(2)),
    onNotice: (sentence) => console.log(sentence),
  })
  console.log(welcome(emulator.base))
  let closing = false
  const end = (): void => {
    if (closing) return
    closing = true
    void emulator.close().then(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
