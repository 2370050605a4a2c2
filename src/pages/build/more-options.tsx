import type { Question } from '../../survey/definition.ts'
import {
  setMaxLength,
  setMostPhotos,
  setRandomOrder,
  setRange,
  setGladFirst,
  setScale,
} from '../../survey/edit/answer-settings.ts'
import { limits } from '../../survey/limits.ts'
import { reword } from '../../survey/edit/reword.ts'
import { textIn } from '../../survey/text.ts'
import css from './more-options.module.css'
import field from './field.module.css'
import { CheckField } from './check-field.tsx'
import { NumberField } from './number-field.tsx'
import { useSession } from './session-context.ts'
import { TextField } from './text-field.tsx'
import { WordingField } from './wording-field.tsx'

/** What is needed now and then: hint, prompts for the interviewer, unit, range, length, order. */
export const MoreOptions = ({ question }: { readonly question: Question }) => {
  const { edit } = useSession()
  const { name } = question
  return (
    <details className={css.more}>
      <summary>More options</summary>
      <WordingField
        part={name}
        id="question-hint"
        label="Hint"
        hint="Stands under the question"
        value={textIn(question.description)}
        onChange={(words, isStep) =>
          edit((survey) => reword(survey, name, 'description', words), isStep ? undefined : `${name}.description`)
        }
      />
      <TextField
        label="Prompts for the interviewer"
        lines={2}
        value={textIn(question.proforma?.prompts)}
        onChange={(words) => edit((survey) => reword(survey, name, 'prompts', words), `${name}.prompts`)}
      />
      <OfKind question={question} />
    </details>
  )
}

const OfKind = ({ question }: { readonly question: Question }) => {
  const { edit } = useSession()
  const { name } = question
  switch (question.type) {
    case 'radiogroup':
    case 'checkbox':
      return (
        <CheckField
          label="Show the choices in random order"
          checked={question.choicesOrder === 'random'}
          onChange={(on) => edit((survey) => setRandomOrder(survey, name, on))}
        />
      )
    case 'matrix':
      return (
        <CheckField
          label="Show the items in random order"
          checked={question.rowsOrder === 'random'}
          onChange={(on) => edit((survey) => setRandomOrder(survey, name, on))}
        />
      )
    case 'rating':
      return (
        <>
          <CheckField
            label="Show a face beside each step"
            checked={question.proforma?.scale === 'smileys'}
            onChange={(on) => edit((survey) => setScale(survey, name, on ? 'smileys' : 'words'))}
          />
          {question.proforma?.scale === 'smileys' ? (
            <CheckField
              label="The first step is the best: its face is glad"
              checked={question.proforma.gladFirst === true}
              onChange={(on) => edit((survey) => setGladFirst(survey, name, on))}
            />
          ) : null}
        </>
      )
    case 'text':
      if (question.inputType === 'number') return <NumberOptions question={question} />
      if (question.inputType === 'date') return null
      return <LengthOption question={question} />
    case 'file':
      return <PhotosOption question={question} />
    case 'signaturepad':
      return null
    case 'comment':
      return <LengthOption question={question} />
    case 'paneldynamic':
      return null
    default:
      return question satisfies never
  }
}

const kept = (bound: number | string | undefined): number | null => (bound === undefined ? null : Number(bound))

const NumberOptions = ({ question }: { readonly question: Extract<Question, { type: 'text' }> }) => {
  const { edit } = useSession()
  const { name, min, max } = question
  const range = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
  const keep = (end: 'min' | 'max') => (bound: number | null) => {
    const { [end]: _, ...other } = range
    const next = bound === null ? other : { ...other, [end]: bound }
    const edited = edit((survey) => setRange(survey, name, next), `${name}.${end}`)
    return edited.ok ? null : edited.reason
  }
  return (
    <>
      <TextField
        label="Unit"
        hint="What is counted: years, children"
        narrow
        value={textIn(question.proforma?.unit)}
        onChange={(words) => edit((survey) => reword(survey, name, 'unit', words), `${name}.unit`)}
      />
      <NumberField label="Smallest number" mayBeEmpty value={kept(min)} keep={keep('min')} />
      <NumberField label="Largest number" mayBeEmpty value={kept(max)} keep={keep('max')} />
    </>
  )
}

const LengthOption = ({ question }: { readonly question: Extract<Question, { type: 'text' | 'comment' }> }) => {
  const { edit } = useSession()
  return (
    <NumberField
      label="Most characters"
      hint="Leave empty for no limit"
      mayBeEmpty
      value={question.maxLength ?? null}
      keep={(most) => {
        const edited = edit((survey) => setMaxLength(survey, question.name, most), `${question.name}.length`)
        return edited.ok ? null : edited.reason
      }}
    />
  )
}

const PhotosOption = ({ question }: { readonly question: Extract<Question, { type: 'file' }> }) => {
  const { edit } = useSession()
  return (
    <div className={field.fieldBlock}>
      <label htmlFor="question-photos" className={field.label}>
        Most photos
      </label>
      <select
        id="question-photos"
        className={field.field}
        value={question.proforma?.most ?? 1}
        onChange={(event) => edit((survey) => setMostPhotos(survey, question.name, Number(event.target.value)))}
      >
        {Array.from({ length: limits.photos }, (_, index) => index + 1).map((most) => (
          <option key={most}>{most}</option>
        ))}
      </select>
    </div>
  )
}
