/** Where the facts are known from: pages of documentation, or what was seen on the wire and in the SDKs' sources. */
const cloudbase = (page: string): string => `https://docs.cloudbase.net/${page}`
const weixin = (page: string): string => `https://developers.weixin.qq.com/${page}`
const mongodb = (page: string): string => `https://www.mongodb.com/docs/manual/${page}`

export const queryOperator = (name: string): string => mongodb(`reference/operator/query/${name.slice(1)}/`)
export const updateOperator = (name: string): string => mongodb(`reference/operator/update/${name.slice(1)}/`)
export const aggregateOperator = (name: string): string => mongodb(`reference/operator/aggregation/${name.slice(1)}/`)

/** `section` of the notes taken while the SDKs ran against a recording server, with the sentence. */
export const seen = (section: string, sentence: string): string => `seen on the wire, notes §${section}: «${sentence}»`
/** Read in the source of the SDK that is installed. */
export const inSdk = (section: string, sentence: string): string => `read in the SDK's source, notes §${section}: «${sentence}»`

export const COMMANDS = cloudbase('api-reference/server/node-sdk/database/command')
export const QUERYING = cloudbase('database/query')
export const ERRORS = cloudbase('error-code/basic')
export const HTTP_ACCESS = cloudbase('service/access-cloud-function')
export const FUNCTION_CODE = cloudbase('cloud-function/how-coding')
export const FUNCTION_CONFIG = cloudbase('cloud-function/function-configuration/config')
export const TRANSACTIONS = cloudbase('database/access/flexdb/transaction')
export const TRANSACTION_GUIDE = weixin('minigame/dev/wxcloud/guide/database/transaction')
export const RUN_TRANSACTION = weixin('miniprogram/dev/wxcloudservice/wxcloud/reference-sdk-api/database/Database.runTransaction')
export const TYPE_ORDER = mongodb('reference/bson-type-comparison-order/')
export const QUERY_ARRAYS = mongodb('tutorial/query-arrays/')
export const QUERY_ARRAY_OF_DOCUMENTS = mongodb('tutorial/query-array-of-documents/')
export const QUERY_NULL = mongodb('tutorial/query-for-null-fields/')
export const QUERY_EMBEDDED = mongodb('tutorial/query-embedded-documents/')
export const UPDATE_METHODS = mongodb('tutorial/update-documents/')
export const DOCUMENTS = mongodb('core/document/')
export const LIMITS = mongodb('reference/limits/')
export const UNIQUE_INDEXES = mongodb('core/index-unique/')
export const MULTIKEY = mongodb('core/indexes/index-types/index-multikey/')
export const SORT = mongodb('reference/method/cursor.sort/')
export const POSITIONAL = mongodb('reference/operator/update/positional/')
export const ALL_POSITIONAL = mongodb('reference/operator/update/positional-all/')
export const AGGREGATE_LIMIT = weixin('community/develop/article/doc/000624c67c8b48611dba2b12058c13')
export const TIMER_EVENT = 'https://cloud.tencent.com/document/product/583/31439'
export const TIMER_RULES = weixin('miniprogram/dev/wxcloud/guide/functions/triggers.html')
