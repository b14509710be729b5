import type { IPluginContext } from '@tarojs/service'

interface Platform {
  template?: { mergeComponents: (context: IPluginContext, components: Record<string, Record<string, string>>) => void }
}

const ARIA = { 'aria-role': '', 'aria-label': '', 'aria-checked': '', 'aria-hidden': '' }

/** The framework's templates leave out WeChat's accessibility attributes; this adds those the ui room uses. */
export default (context: IPluginContext): void => {
  context.registerMethod({
    name: 'onSetupClose',
    fn: (platform: Platform) => platform.template?.mergeComponents(context, { View: ARIA, Input: { 'aria-label': '' } }),
  })
}
