import { accountImportCodes } from '../../../contract/account-import'
import type { JobView } from '../../../contract/job'
import { failureWords, type WordBook } from '../../platform/failure-words'
import { saveFile } from '../../platform/save-file'
import { useCommand } from '../../platform/use-operation'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { Section } from '../../ui/section'

const FAILURES: WordBook = {
  'account-import.not-done': '账号还没有全部建好，请等办完再下载。',
  'account-import.incomplete': ({ refused }) => `有 ${String(refused)} 个账号没有建成，绑定码没有发出。请撤销这次办理，改好表格后重新导入。`,
  'account-import.nobody-waits': '这次导入的账号都已有人登录，不需要绑定码了。',
}

const Codes = ({ jobId }: { jobId: string }) => {
  const { run, busy, failure } = useCommand(accountImportCodes)
  const download = async (): Promise<void> => {
    const made = await run({ jobId })
    if (made !== null) await saveFile(made)
  }
  return (
    <Section title='绑定码'>
      {failure && <Notice tone='warn' icon='warn'>{failureWords(failure.code, failure.detail, FAILURES)}</Notice>}
      <Notice>每人一个码，只能用一次，24 小时内有效。再次下载会给还没有登录的人换新码，原来的码随即失效。</Notice>
      <Button busy={busy} onClick={() => void download()}>下载绑定码</Button>
    </Section>
  )
}

/** What an import of accounts is followed by: the codes that open them, for whoever imported. A set that is not whole is taken back first. */
export const InviteCodes = ({ job }: { job: JobView }) => {
  if (job.kind !== 'account-import' || job.state !== 'done' || !job.mayUndo) return null
  if (job.refused > 0) return <Section title='绑定码'><Notice tone='warn' icon='warn'>{failureWords('account-import.incomplete', { refused: job.refused }, FAILURES)}</Notice></Section>
  return <Codes jobId={job.id} />
}
