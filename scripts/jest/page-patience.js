// A page is waited for as long as a busy machine may need; a test that passes does not wait. A page test that fails is tried again, and its
// first error is printed: log-in tests were seen to lose a race on a machine under load.
const { configure } = require('@testing-library/react')

configure({ asyncUtilTimeout: 5_000 })
jest.setTimeout(30_000)
jest.retryTimes(2, { logErrorsBeforeRetry: true })
