// A page is waited for as long as a busy machine may need; a test that passes does not wait. A page test that fails is tried again, and its
// first error is printed: on a machine under load jsdom was seen to lose what was typed into the first field of a form.
const { configure } = require('@testing-library/react')

configure({ asyncUtilTimeout: 5_000 })
jest.setTimeout(30_000)
jest.retryTimes(2, { logErrorsBeforeRetry: true })
