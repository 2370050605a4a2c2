import { useCallback, useEffect, useRef, useState } from 'react'
import type { Picture } from '../../../device/make-photo.ts'
import { type AttachmentReference, type Signature, signatureIn } from '../../../response/attachment.ts'
import type { Json } from '../../../survey/json.ts'
import button from '../../styles/button.module.css'
import { type AttachmentKeeper, useAttachmentKeeper } from '../attachment-keeper.ts'
import { useWords } from '../words.ts'
import type { ControlProps } from './control-props.ts'
import { DrawingPad } from './drawing-pad.tsx'
import field from './field.module.css'
import css from './signature-control.module.css'

/** A name in letters, which always suffices, and below it a pad to sign on. */
export const SignatureControl = ({ id, value, onAnswer, describedBy, invalid }: ControlProps<'signaturepad'>) => {
  const { say } = useWords()
  const { name, drawn } = signatureIn(value) ?? { name: '', drawn: null }
  return (
    <div className={css.signature}>
      <div className={css.name}>
        <label htmlFor={id}>{say('yourName')}</label>
        <input
          id={id}
          type="text"
          className={field.field}
          autoComplete="off"
          value={name}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          onChange={(event) => onAnswer(asAnswer({ name: event.target.value, drawn }))}
        />
      </div>
      <Drawing id={id} name={name} drawn={drawn} onAnswer={onAnswer} />
    </div>
  )
}

const asAnswer = ({ name, drawn }: Signature): Json | undefined => {
  if (drawn !== null) return { name, drawn }
  return name === '' ? undefined : { name }
}

interface DrawingProps extends Signature {
  readonly id: string
  readonly onAnswer: (value: Json | undefined) => void
}

const Drawing = ({ id, name, drawn, onAnswer }: DrawingProps) => {
  const { say } = useWords()
  const keeper = useAttachmentKeeper()
  const before = useBefore(keeper, drawn)
  const [cleared, setCleared] = useState<AttachmentReference | null>(null)
  const [problem, setProblem] = useState('')
  const clear = useRef<HTMLButtonElement>(null)
  // Keeping takes a moment, in which the name may have been typed on, or another line drawn.
  const now = useRef({ name, turn: 0 })
  useEffect(() => {
    now.current.name = name
  })

  const keep = useCallback(
    async (picture: Picture): Promise<void> => {
      const turn = (now.current.turn += 1)
      const kept = await keeper.keep(picture)
      if (turn !== now.current.turn) return
      setCleared(null)
      setProblem(kept.ok ? '' : kept.reason)
      if (kept.ok) onAnswer(asAnswer({ name: now.current.name, drawn: kept.reference }))
    },
    [keeper, onAnswer],
  )

  const put = (next: AttachmentReference | null): void => {
    now.current.turn += 1
    onAnswer(asAnswer({ name, drawn: next }))
    setCleared(next === null ? drawn : null)
    before.show(next)
    clear.current?.focus()
  }

  return (
    <>
      <p id={`${id}-sign`} className={css.hint}>
        {say('signHint')}
      </p>
      {before.blob === undefined ? (
        <div className={css.pad} />
      ) : (
        <DrawingPad
          key={before.shown}
          before={before.blob}
          label={drawn === null ? say('signPad') : say('signDrawn')}
          onDrawn={(picture) => void keep(picture)}
        />
      )}
      <div className={css.after}>
        {drawn === null && cleared === null ? null : (
          <button
            ref={clear}
            type="button"
            className={button.quiet}
            onClick={() => (drawn === null ? put(cleared) : put(null))}
          >
            {drawn === null ? say('undo') : say('signClear')}
          </button>
        )}
        <output className={problem === '' ? undefined : css.problem}>
          {problem === ''
            ? drawn === null && cleared !== null
              ? say('signCleared')
              : ''
            : say('signNotKept', { reason: problem })}
        </output>
      </div>
    </>
  )
}

/**
 * What the pad begins with: the drawing that was there when it came on the screen, or was put back. What is drawn on it
 * since is on it already. `blob` is undefined until it is read.
 */
const useBefore = (keeper: AttachmentKeeper, drawn: AttachmentReference | null) => {
  const [start, setStart] = useState({ reference: drawn, shown: 0 })
  const [read, setRead] = useState<{ readonly shown: number; readonly blob: Blob | null } | null>(null)
  useEffect(() => {
    let current = true
    const load = async (): Promise<void> => {
      const blob = start.reference === null ? null : await keeper.read(start.reference.sha256)
      if (current) setRead({ shown: start.shown, blob })
    }
    void load()
    return () => {
      current = false
    }
  }, [keeper, start])
  return {
    shown: start.shown,
    blob: read?.shown === start.shown ? read.blob : undefined,
    show: (reference: AttachmentReference | null) => setStart({ reference, shown: start.shown + 1 }),
  }
}
