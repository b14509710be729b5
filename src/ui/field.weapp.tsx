import { Text, View } from '@tarojs/components'
import { fieldClass } from './field-class'
import type { FieldProps } from './field-props'

const Foot = ({ error, hint }: { error?: string; hint?: string }) => {
  if (error) return <View className='fld__e'>{error}</View>
  return hint ? <View className='fld__h'>{hint}</View> : null
}

/** A label and a writing line, on the phone. */
export const Field = (props: FieldProps) => {
  const { label, children, error, hint, required } = props
  return (
    <View className={fieldClass(props)}>
      <View className='fld__l'>{label}{required && <Text className='fld__r'>*</Text>}</View>
      <View className='fld__c'>
        <View className='fld__v'>{children}</View>
        <Foot error={error} hint={hint} />
      </View>
    </View>
  )
}
