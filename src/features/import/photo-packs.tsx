import { View } from '@tarojs/components'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { Section } from '../../ui/section'
import type { PhotosDesk } from './use-photos'
import { refusedPhotos } from './wording'

interface Props {
  desk: PhotosDesk
  /** How the photos fit the rows. */
  photos: { matched: number; unmatched: number; names: readonly string[] }
}

const SHOWN = 20
const listed = (names: readonly string[], total: number): string => `${names.slice(0, SHOWN).join('、')}${total > SHOWN ? ` 等 ${total} 个` : ''}`

/** Photos in a zip, and which of them mean nobody (B33). */
export const PhotoPacks = ({ desk: { packs, progress, trouble, retry, add, remove }, photos }: Props) => {
  return (
    <Section title='照片' note={packs.length === 0 ? undefined : `对上 ${photos.matched} 张`} action={<Button kind='text' busy={progress !== ''} onClick={() => void add()}>{progress === '' ? '添加照片压缩包' : progress}</Button>}>
      <View>
        {trouble !== '' && <Notice tone='warn' icon='warn'>{trouble}</Notice>}
        {retry && <Button kind='line' onClick={retry}>重试</Button>}
        {packs.length === 0 && <Notice>可选。照片放进一个 zip，文件名写证件号、工号或姓名，会自动对到各行；多了请分成几个 zip。</Notice>}
        {packs.map(({ id, name, total }) => (
          <View key={id} className='imp-pack'>
            <View className='grow'>{[name, `${total} 个文件`].join('　')}</View>
            <Button kind='text' label={`移除 ${name}`} onClick={() => remove(id)}>移除</Button>
          </View>
        ))}
        {photos.unmatched > 0 && <Notice tone='warn' icon='warn'>{`${photos.unmatched} 张没有对上，不会导入：${listed(photos.names, photos.unmatched)}`}</Notice>}
        {refusedPhotos(packs.flatMap(({ refused }) => refused)).map(({ words, names }) => (
          <Notice key={words} tone='warn' icon='warn'>{`${names.length} 个文件${words}，不会导入：${listed(names, names.length)}`}</Notice>
        ))}
      </View>
    </Section>
  )
}
