// A page is waited for as long as a busy machine may need; a test that passes does not wait.
const { configure } = require('@testing-library/react')

configure({ asyncUtilTimeout: 5_000 })
jest.setTimeout(30_000)
