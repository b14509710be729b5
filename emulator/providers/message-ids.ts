/** Ids of messages as WeChat gives them: above 2^53, so that whoever reads them as numbers loses digits. */
export const createMessageIds = (): (() => bigint) => {
  let last = 3_717_005_636_572_528_000n + BigInt(process.pid)
  return () => {
    last += 1n
    return last
  }
}

/** JSON with the id as a bare number, which `JSON.stringify` cannot write. */
export const withMessageId = (answer: Record<string, unknown>): string => {
  const { msgid, ...rest } = answer
  if (typeof msgid !== 'bigint') return JSON.stringify(answer)
  return `${JSON.stringify(rest).slice(0, -1)},"msgid":${msgid}}`
}
