import { photosIn } from '../../../response/attachment.ts'
import button from '../../styles/button.module.css'
import { words } from '../words.ts'
import type { ControlProps } from './control-props.ts'

/** The photos that were given, each with a way to take it out. */
export const PhotoControl = ({ value, onAnswer }: ControlProps<'file'>) => {
  const photos = photosIn(value) ?? []
  return (
    <ul>
      {photos.map((photo, index) => (
        <li key={photo.sha256}>
          {words.photo(index + 1)}{' '}
          <button type="button" className={button.quiet} onClick={() => onAnswer(photos.toSpliced(index, 1))}>
            {words.remove}
          </button>
        </li>
      ))}
    </ul>
  )
}
