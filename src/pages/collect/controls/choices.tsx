import { use } from 'react'
import type { Choice } from '../../../survey/definition.ts'
import { PictogramsContext } from '../pictograms.ts'
import { ChoiceWording } from '../wording.tsx'
import { Face } from './face.tsx'
import { Pictogram } from './pictogram.tsx'
import css from './choices.module.css'
import { Tick } from './tick.tsx'

interface ChoicesProps {
  readonly id: string
  readonly kind: 'radio' | 'checkbox'
  readonly choices: readonly Choice[]
  readonly chosen: (choice: Choice) => boolean
  readonly choose: (choice: Choice, on: boolean) => void
  readonly faces?: 'sad first' | 'glad first' | null
}

/** Radios or tick boxes under each other, each a target of 48 px over its whole width. */
export const Choices = ({ id, kind, choices, chosen, choose, faces = null }: ChoicesProps) => {
  const pictograms = use(PictogramsContext)
  return (
    <div className={faces === null ? css.list : css.faces}>
      {choices.map((choice, index) => (
        <label key={choice.value} className={css.choice}>
          <Tick
            kind={kind}
            // The first one is where a link from the error summary leads.
            id={index === 0 ? id : undefined}
            name={id}
            on={chosen(choice)}
            onChange={(on) => choose(choice, on)}
          />
          {faces === null ? null : (
            <Face step={faces === 'sad first' ? index : choices.length - 1 - index} of={choices.length} />
          )}
          {pictograms && faces === null ? <Pictogram choice={choice} /> : null}
          <span>
            <ChoiceWording choice={choice} />
          </span>
        </label>
      ))}
    </div>
  )
}
