import { useEffect, useRef, useState } from 'react'
import { makePhoto, type WhyNoPhoto } from '../../../device/make-photo.ts'
import { type AttachmentReference, mostPhotos, photosIn } from '../../../response/attachment.ts'
import { textIn } from '../../../survey/text.ts'
import button from '../../styles/button.module.css'
import { useAttachmentKeeper } from '../attachment-keeper.ts'
import { Picture } from '../picture.tsx'
import { useWords, type Words } from '../words.ts'
import type { ControlProps } from './control-props.ts'
import css from './photo-control.module.css'

/** What was done last: said, and to be taken back where it was a removal. */
type Last =
  | { readonly kind: 'none' | 'at-work' | 'added' }
  | { readonly kind: 'removed'; readonly photo: AttachmentReference; readonly from: number }
  | { readonly kind: 'problem'; readonly words: string }

/** Photos taken or chosen, each with a way to take it out, and that to be undone. */
export const PhotoControl = ({
  question,
  id,
  value,
  onAnswer,
  language,
  describedBy,
  invalid,
}: ControlProps<'file'>) => {
  const words = useWords()
  const { say } = words
  const keeper = useAttachmentKeeper()
  const [last, setLast] = useState<Last>({ kind: 'none' })
  const input = useRef<HTMLInputElement>(null)
  const undo = useRef<HTMLButtonElement>(null)
  const photos = photosIn(value) ?? []
  // A photo takes a while to be made: it is added to what is there then.
  const now = useRef(photos)
  useEffect(() => {
    now.current = photos
  })
  useEffect(() => {
    if (last.kind === 'removed') undo.current?.focus()
  }, [last])

  const most = mostPhotos(question)
  const field = say('quoted', { text: textIn(question.title, language) })

  const add = async (file: File): Promise<void> => {
    setLast({ kind: 'at-work' })
    const made = await makePhoto(file)
    if (!made.ok) return setLast({ kind: 'problem', words: whyNoPhoto(made.why, words) })
    const kept = await keeper.keep(made.picture)
    if (!kept.ok) return setLast({ kind: 'problem', words: say('photoNotKept', { reason: kept.reason }) })
    if (now.current.some(({ sha256 }) => sha256 === kept.reference.sha256))
      return setLast({ kind: 'problem', words: say('photoThere') })
    onAnswer([...now.current, kept.reference])
    setLast({ kind: 'added' })
  }

  const remove = (index: number): void => {
    const photo = photos[index]
    if (photo === undefined) return
    onAnswer(photos.toSpliced(index, 1))
    setLast({ kind: 'removed', photo, from: index })
  }

  const putBack = (): void => {
    if (last.kind !== 'removed') return
    onAnswer(photos.toSpliced(last.from, 0, last.photo))
    setLast({ kind: 'none' })
    input.current?.focus()
  }

  return (
    <div className={css.photos}>
      {photos.length === 0 ? null : (
        <ul className={css.list}>
          {photos.map((photo, index) => (
            <li key={photo.sha256} className={css.photo}>
              <Picture
                reference={photo}
                className={css.picture}
                alt={say('photoOf', { number: index + 1, field })}
                missing={say('photoElsewhere', { number: index + 1 })}
              />
              <button type="button" className={button.quiet} onClick={() => remove(index)}>
                {say('removeThis', { number: index + 1 })}
              </button>
            </li>
          ))}
        </ul>
      )}
      {/* Full, it stays where the focus may be, and says why it does nothing. */}
      <label className={css.add} data-full={photos.length >= most}>
        <input
          ref={input}
          id={id}
          type="file"
          accept="image/*"
          capture="environment"
          className="visually-hidden"
          aria-describedby={[describedBy, `${id}-photos`].filter(Boolean).join(' ')}
          aria-invalid={invalid}
          aria-disabled={photos.length >= most || last.kind === 'at-work'}
          onClick={(event) => {
            if (photos.length >= most || last.kind === 'at-work') event.preventDefault()
          }}
          onChange={(event) => {
            const file = event.target.files?.[0]
            // The same file may be chosen again.
            event.target.value = ''
            if (file !== undefined) void add(file)
          }}
        />
        {say('takePhoto')}
      </label>
      <p id={`${id}-photos`} className={css.count}>
        {photos.length >= most ? say('photosFull', { n: photos.length }) : say('photosUpTo', { n: most })}
      </p>
      <div className={css.last}>
        <output className={last.kind === 'problem' ? css.problem : undefined}>{lastWords(last, words)}</output>
        {last.kind === 'removed' ? (
          <button ref={undo} type="button" className={button.quiet} onClick={putBack}>
            {say('undo')}
          </button>
        ) : null}
      </div>
    </div>
  )
}

const lastWords = (last: Last, { say }: Words): string => {
  switch (last.kind) {
    case 'none':
      return ''
    case 'at-work':
      return say('photoAtWork')
    case 'added':
      return say('photoAdded')
    case 'removed':
      return say('photoRemoved')
    case 'problem':
      return last.words
    default:
      return last satisfies never
  }
}

const whyNoPhoto = (why: WhyNoPhoto, { say }: Words): string => {
  switch (why) {
    case 'file-too-large':
      return say('photoFileTooLarge')
    case 'too-many-pixels':
      return say('photoTooManyPixels')
    case 'not-a-picture':
      return say('photoNot')
    case 'damaged':
      return say('photoDamaged')
    case 'too-detailed':
      return say('photoTooDetailed')
    default:
      return why satisfies never
  }
}
