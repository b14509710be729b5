export { View as Box, Text as Span } from '@tarojs/components'
