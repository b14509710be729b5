const path = require('path')

const dist = path.resolve(__dirname, '../../dist/weapp')
const settle = (ms = 60) => new Promise((resolve) => setTimeout(resolve, ms))

/** What browsers have and WeChat's engine does not; the app must boot and work without. */
const ABSENT = ['AbortController', 'fetch', 'URL', 'Blob', 'FileList', 'localStorage', 'crypto']

const takeAway = () => {
  for (const name of ABSENT) Object.defineProperty(global, name, { value: undefined, configurable: true, writable: true })
}

const answering = (value) => (options = {}) => {
  options.success?.(value)
  options.complete?.(value)
  return Promise.resolve(value)
}

/** The parts of `wx` that the app asks at start and the simulator lacks; `navigated` keeps every way to another page. */
const completeWx = (callFunction) => {
  const navigated = []
  const go = (kind) => (options) => {
    navigated.push({ kind, url: options.url })
    return answering({ errMsg: `${kind}:ok` })(options)
  }
  const stored = new Map()
  Object.assign(global.wx, {
    cloud: { init() {}, callFunction },
    navigateTo: go('navigateTo'), switchTab: go('switchTab'), redirectTo: go('redirectTo'), navigateBack: go('navigateBack'),
    setTabBarBadge: answering({}), removeTabBarBadge: answering({}), showToast: answering({}),
    getWindowInfo: () => ({ statusBarHeight: 44, windowWidth: 375, windowHeight: 812, pixelRatio: 2 }),
    getMenuButtonBoundingClientRect: () => ({ left: 281, top: 48, right: 368, bottom: 80, width: 87, height: 32 }),
    getStorageSync: (key) => stored.get(key) ?? '', setStorageSync: (key, value) => stored.set(key, value), removeStorageSync: (key) => stored.delete(key),
  })
  return navigated
}

const happen = (element, name, detail) => {
  const exparser = require('miniprogram-exparser')
  exparser.Event.dispatchEvent(element.__wxElement, exparser.Event.create(name, detail, { bubbles: true, capturePhase: true, composed: true, extraFields: { touches: [], changedTouches: [] } }))
}

/**
 * Boots the built mini-program: the real dist/weapp inside miniprogram-simulate, on a phone without the browser's globals.
 * `callFunction` stands for `wx.cloud.callFunction`, `more` for parts of `wx` that one test looks at; `payloads` keeps the bytes of every setData.
 */
const bootPhone = ({ callFunction, more = {} }) => {
  const simulate = require('miniprogram-simulate')
  takeAway()
  const navigated = completeWx(callFunction)
  Object.assign(global.wx, more)
  let app
  global.App = (config) => { app = config }
  global.getApp = () => app
  const pages = []
  global.getCurrentPages = () => pages
  const payloads = []
  global.Page = ({ data, ...rest }) => {
    const methods = Object.fromEntries(Object.entries(rest).filter(([, value]) => typeof value === 'function'))
    const { onLoad } = methods
    methods.onLoad = function weigh(...given) {
      const { setData } = this
      this.setData = (change, ...more) => {
        payloads.push(Buffer.byteLength(JSON.stringify(change)))
        return setData.call(this, change, ...more)
      }
      return onLoad.apply(this, given)
    }
    global.Component({ data, methods })
  }
  require(path.join(dist, 'app.js'))
  app.onLaunch?.({ path: 'pages/home/home', query: {} })
  app.onShow?.({})

  const open = async (route, query = {}) => {
    const page = simulate.render(simulate.load(path.join(dist, route), 'page', { rootPath: dist }))
    page.instance.route = route
    pages.push(page.instance)
    page.attach(document.body)
    page.instance.onLoad(query)
    page.instance.onShow?.()
    page.instance.onReady?.()
    await settle()
    return page
  }
  const textOf = (page) => page.dom.textContent.replace(/\s+/g, ' ')
  const until = async (page, text) => {
    for (let turn = 0; turn < 500 && !textOf(page).includes(text); turn += 1) await settle(20)
    return textOf(page)
  }
  /** Elements below the templates' depth lie in components of their own, so they are found by what is drawn. */
  const tap = async (page, className, text) => {
    const found = [...page.dom.querySelectorAll(`[class*="${className}"]`)].find((element) => element.textContent.includes(text))
    if (!found) throw new Error(`Nothing of class ${className} says ${text}.`)
    happen(found, 'tap', {})
    await settle()
  }
  /** Types into the input of the field with this label. */
  const type = async (page, label, value) => {
    const field = [...page.dom.querySelectorAll('[class*="fld"]')].find((element) => element.querySelector('wx-input') && element.textContent.startsWith(label))
    if (!field) throw new Error(`No field is called ${label}.`)
    happen(field.querySelector('wx-input'), 'input', { value })
    await settle()
  }
  /** What WeChat's own button with this text tells the app. */
  const tell = async (page, text, event, detail) => {
    const found = [...page.dom.querySelectorAll('wx-button')].find((element) => element.textContent.includes(text))
    if (!found) throw new Error(`No button of WeChat's says ${text}.`)
    happen(found, event, detail)
    await settle()
    return found
  }
  return { open, until, tap, type, tell, textOf, navigated, payloads }
}

module.exports = { bootPhone, ABSENT }
