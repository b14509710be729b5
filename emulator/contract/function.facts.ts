import type { Rule } from '../rules/rules'
import { inEmulator, type Fact } from './fact'
import type { Site } from './site'
import { ERRORS, FUNCTION_CODE, FUNCTION_CONFIG, seen } from './sources'
import { signedPost } from './signed-post'

const CALL = seen('1.3', 'callFunction: functions.invokeFunction, function_name, request_data (JSON string), data.response_data (JSON string)')
const PAYLOAD = 'https://docs.cloudbase.net/error-code/basic'

const invoke = (site: Site, name: string, data: unknown = {}): Promise<unknown> => site.bench().emulator.invoke(name, data, 'zhang')

const contextOf = async (site: Site): Promise<Record<string, unknown>> => ((await invoke(site, 'facts')) as { context: Record<string, unknown> }).context

/** A field of `context` is as it says. */
const contexts = (...rows: Array<[field: string, value: unknown]>): Fact[] => inEmulator(...rows.map(([field, value]): Parameters<typeof inEmulator>[0] => [
  `context.${field} is there`, `context.${field}` as Rule, FUNCTION_CODE, async (site) => {
    expect((await contextOf(site))[field]).toEqual(value)
  }]))

export const functionFacts = [
  ...contexts(
    ['memory_limit_in_mb', 256], ['time_limit_in_ms', 20_000], ['request_id', expect.stringMatching(/^[0-9a-f-]{36}$/)], ['function_name', 'facts'],
    ['function_version', '$LATEST'], ['namespace', 'emulator'], ['environment', expect.stringContaining('TCB_SOURCE')],
  ),
  ...inEmulator(
    ['callFunction hands data over and the result back', 'function.data', CALL, async (site) => {
      expect(await site.app.callFunction({ name: 'echo', data: { a: [1, '二', null] } })).toMatchObject({ result: { a: [1, '二', null] } })
    }],
    ['callFunction of a missing function has a code of its own', 'function.not-found', ERRORS, async (site) => {
      await expect(site.app.callFunction({ name: 'nobody', data: {} })).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' })
    }],
    ['for clients too a missing function has a code of its own', 'function.not-found', ERRORS, async (site) => {
      await expect(invoke(site, 'nobody')).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' })
    }],
    ['clients call only what the invoke rules allow', 'function.invoke-rules', ERRORS, async (site) => {
      await expect(invoke(site, 'closed')).rejects.toMatchObject({ code: 'PERMISSION_DENIED' })
    }],
    ['an error in a function is FUNCTIONS_EXECUTE_FAIL, with its words', 'function.throws', ERRORS, async (site) => {
      await expect(site.app.callFunction({ name: 'failing', data: {} })).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringContaining('on purpose') })
    }],
    ['a call over its time is ended', 'function.time-out', FUNCTION_CONFIG, async (site) => {
      await expect(invoke(site, 'slow')).rejects.toMatchObject({ code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' })
    }],
    ['an instance over its memory is ended', 'function.memory', FUNCTION_CONFIG, async (site) => {
      await expect(invoke(site, 'greedy')).rejects.toMatchObject({ code: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED' })
    }],
    ['an event above 6 MB is refused', 'function.event-size', PAYLOAD, async (site) => {
      await expect(invoke(site, 'nothing', { text: 'x'.repeat(6 * 1024 * 1024) })).rejects.toMatchObject({ code: 'EXCEED_MAX_PAYLOAD_SIZE' })
    }],
    ['a result above 6 MB is refused', 'function.result-size', PAYLOAD, async (site) => {
      await expect(invoke(site, 'large')).rejects.toMatchObject({ code: 'EXCEED_MAX_RESPONSE_SIZE' })
    }],
    ['an instance is kept warm: what it holds outside of main stays', 'function.warm', FUNCTION_CODE, async (site) => {
      const first = await invoke(site, 'counting')
      expect(await invoke(site, 'counting')).toBe(Number(first) + 1)
    }],
    ['calls at the same time run in instances of their own', 'function.parallel', FUNCTION_CODE, async (site) => {
      await site.bench().emulator.reset(false)
      const ids = await Promise.all([invoke(site, 'instance'), invoke(site, 'instance')])
      expect(new Set(ids).size).toBe(2)
    }],
    ['a function that returns nothing answers null', 'function.undefined', CALL, async (site) => {
      expect(await site.app.callFunction({ name: 'nothing', data: {} })).toMatchObject({ result: null })
    }],
    ['an event that is no JSON is refused', 'function.event-json', CALL, async (site) => {
      const body = JSON.stringify({ action: 'functions.invokeFunction', function_name: 'echo', request_data: '{' })
      expect(await (await signedPost(site.bench().emulator.base, body)).json()).toMatchObject({ code: 'INVALID_PARAM' })
    }],
  ),
]
