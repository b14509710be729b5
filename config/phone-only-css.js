const isDesk = (selector) => /\.(wide|shell|tbl|mon--web)\b/.test(selector)

/** A PostCSS plugin for the mini-program: rules that only the desktop edition can match would be dead weight there. */
module.exports = () => ({
  postcssPlugin: 'phone-only-css',
  Rule(rule) {
    const phone = rule.selectors.filter((selector) => !isDesk(selector))
    if (phone.length === 0) rule.remove()
    else if (phone.length < rule.selectors.length) rule.selectors = phone
  },
  AtRuleExit(at) {
    if (at.name === 'media' && (at.nodes?.length === 0 || /(min|max)-width/.test(at.params))) at.remove()
  },
})
module.exports.postcss = true
