const ARIA = { 'aria-role': '', 'aria-label': '', 'aria-checked': '', 'aria-hidden': '' }

/** The framework's templates leave out WeChat's accessibility attributes; this adds those the ui room uses. */
module.exports = (context) => {
  context.registerMethod({
    name: 'onSetupClose',
    fn: (platform) => platform.template?.mergeComponents(context, { View: ARIA, Input: { 'aria-label': '' } }),
  })
}
