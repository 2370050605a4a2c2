import { photosIn } from '../../../response/attachment.ts'
import button from '../../styles/button.module.css'
import { useWords } from '../words.ts'
import type { ControlProps } from './control-props.ts'

/** The photos that were given, each with a way to take it out. */
export const PhotoControl = ({ value, onAnswer }: ControlProps<'file'>) => {
  const { say } = useWords()
  const photos = photosIn(value) ?? []
  return (
    <ul>
      {photos.map((photo, index) => (
        <li key={photo.sha256}>
          {say('photo', { number: index + 1 })}{' '}
          <button type="button" className={button.quiet} onClick={() => onAnswer(photos.toSpliced(index, 1))}>
            {say('remove')}
          </button>
        </li>
      ))}
    </ul>
  )
}
