import { documentFacts } from './document.facts'
import { expressionFacts } from './expression.facts'
import type { Fact } from './fact'
import { functionFacts } from './function.facts'
import { httpFacts } from './http.facts'
import { identityFacts } from './identity.facts'
import { pipelineFacts } from './pipeline.facts'
import { queryOperatorFacts } from './query-operator.facts'
import { readingFacts } from './reading.facts'
import { storageFacts } from './storage.facts'
import { timerFacts } from './timer.facts'
import { transactionFacts } from './transaction.facts'
import { updateFacts } from './update.facts'
import { wechatFacts } from './wechat.facts'
import { wireFacts } from './wire.facts'

/** The contract: everything that the suite says of the platform. */
export const ALL_FACTS: readonly Fact[] = [
  ...queryOperatorFacts, ...readingFacts, ...documentFacts, ...updateFacts, ...pipelineFacts, ...expressionFacts, ...transactionFacts,
  ...wireFacts, ...identityFacts, ...functionFacts, ...timerFacts, ...httpFacts, ...storageFacts, ...wechatFacts,
]
