import { Image } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '../../ui/icon'
import { Box } from '../../ui/plain'

/** The photo of a card, drawn when it comes near the screen; without one, or when it cannot be had, a quiet sheet of the same size. */
export const CardPhoto = ({ url }: { url: string | undefined }) => {
  const [lost, setLost] = useState<string>()
  return (
    <Box className='cphoto' aria-hidden='true'>
      {url === undefined || url === lost ? <Icon name='doc' size={20} /> : <Image className='cphoto__i' src={url} mode='aspectFill' lazyLoad onError={() => setLost(url)} />}
    </Box>
  )
}
