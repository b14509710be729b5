const ARIA = { 'aria-role': '', 'aria-label': '', 'aria-checked': '', 'aria-hidden': '' }

/** Of WeChat's own button only what is asked of it: each attribute more costs the main package, in which the templates lie. */
const BUTTON = ['open-type', 'hover-class', 'bindGetPhoneNumber', 'bindAgreePrivacyAuthorization']

/** The framework's templates leave out WeChat's accessibility attributes; this adds those the ui room uses. */
module.exports = (context) => {
  context.registerMethod({
    name: 'onSetupClose',
    fn: ({ template }) => {
      template?.mergeComponents(context, { View: ARIA, Input: { 'aria-label': '' } })
      const button = template?.internalComponents?.Button ?? {}
      for (const name of Object.keys(button)) if (!BUTTON.includes(name)) delete button[name]
    },
  })
}
