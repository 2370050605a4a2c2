import type { ReactNode } from 'react'
import { isEmptyAnswer } from '../../response/answers.ts'
import { isAnswered } from '../../response/marks.ts'
import type { Question } from '../../survey/definition.ts'
import type { Json } from '../../survey/json.ts'
import { textIn } from '../../survey/text.ts'
import button from '../styles/button.module.css'
import { useAnswer, useCollecting } from './collecting.ts'
import { ChoiceControl } from './controls/choice-control.tsx'
import { CommentControl } from './controls/comment-control.tsx'
import { EntriesControl } from './controls/entries-control.tsx'
import { GridControl } from './controls/grid-control.tsx'
import { PhotoControl } from './controls/photo-control.tsx'
import { ScaleControl } from './controls/scale-control.tsx'
import { SignatureControl } from './controls/signature-control.tsx'
import { TextControl } from './controls/text-control.tsx'
import { TickAllControl } from './controls/tick-all-control.tsx'
import { fieldId } from './field-id.ts'
import { focusField } from './focus-field.ts'
import { problemWords } from './problem-words.ts'
import css from './question-block.module.css'
import { QuestionRemarks } from './question-remarks.tsx'
import { useRemarks } from './remarks.ts'
import { Wording } from './wording.tsx'
import { useWords, type Words } from './words.ts'

interface QuestionBlockProps {
  readonly question: Question
  /** A question that stands alone on the screen is its heading. */
  readonly heading: 1 | 2 | 3 | 4 | 5
}

/** One question: wording, hint, what is wrong, the control, and a way to take the answer back. */
export const QuestionBlock = ({ question, heading }: QuestionBlockProps) => {
  const { problems, language, seed, describedAbove, place } = useCollecting()
  const words = useWords()
  const { say } = words
  const remarks = useRemarks()
  const [value, answer] = useAnswer(question.name)
  const id = fieldId(`${place}${question.name}`)
  const problem = problems.get(`${place}${question.name}`)
  const hint = hintOf(question, words)
  const prompts = remarks === null ? '' : textIn(question.proforma?.prompts, language)
  const describedBy = [
    hint === null ? undefined : `${id}-hint`,
    prompts === '' ? undefined : `${id}-prompts`,
    problem === undefined ? undefined : `${id}-error`,
  ]
    .filter(Boolean)
    .join(' ')

  const onAnswer = (given: Json | undefined): void => {
    // An answer takes the place of what was said for want of one.
    if (isAnswered(question, given)) remarks?.mark(`${place}${question.name}`, null)
    answer(given)
  }

  const about = (
    <>
      {hint === null ? null : (
        <p id={`${id}-hint`} className={css.hint}>
          {hint}
        </p>
      )}
      {prompts === '' ? null : (
        <p id={`${id}-prompts`} className={css.prompts}>
          <strong className={css.say}>{say('promptsToSay')}</strong>
          <Wording text={question.proforma?.prompts} />
        </p>
      )}
      {problem === undefined ? null : (
        <p id={`${id}-error`} className={css.error}>
          <span className="visually-hidden">{say('error')} </span>
          {problemWords(problem, question, language, words)}
        </p>
      )}
    </>
  )

  const described = describedBy === '' ? undefined : describedBy
  const controlProps = { id, value, onAnswer, language, seed, invalid: problem !== undefined, heading }
  const Heading = `h${heading}` as const
  // The focus comes to the heading of the screen: what stands above it is read out with it.
  const headingProps =
    heading === 1
      ? { className: css.title, tabIndex: -1, 'aria-describedby': describedAbove ?? undefined }
      : { className: css.title }
  const title = (
    <>
      <Wording text={question.title} />
      {question.isRequired || (question.type === 'matrix' && question.eachRowRequired) ? null : (
        <span className={css.optional}> {say('optional')}</span>
      )}
    </>
  )

  const clear =
    !hasClear(question) || value === undefined || isEmptyAnswer(value) ? null : (
      <button
        type="button"
        className={button.quiet}
        onClick={() => {
          onAnswer(undefined)
          focusField(id)
        }}
      >
        {say('clear')}
      </button>
    )

  return (
    <div className={problem === undefined ? css.block : css.blockWithProblem}>
      {isGroup(question) ? (
        <fieldset aria-describedby={described}>
          <legend>
            <Heading {...headingProps}>{title}</Heading>
          </legend>
          {about}
          {control(question, { ...controlProps, describedBy: undefined })}
        </fieldset>
      ) : (
        <>
          <Heading {...headingProps}>
            <label htmlFor={id}>{title}</label>
          </Heading>
          {about}
          {control(question, { ...controlProps, describedBy: described })}
        </>
      )}
      {remarks === null ? (
        hasClear(question) && <div className={css.clear}>{clear}</div>
      ) : (
        <QuestionRemarks
          question={question}
          item={`${place}${question.name}`}
          answer={value}
          remarks={remarks}
          title={textIn(question.title, language)}
        >
          {clear}
        </QuestionRemarks>
      )}
    </div>
  )
}

interface GivenToControl {
  readonly id: string
  readonly value: ReturnType<typeof useAnswer>[0]
  readonly onAnswer: ReturnType<typeof useAnswer>[1]
  readonly language: string
  readonly seed: string
  readonly describedBy: string | undefined
  readonly invalid: boolean
  readonly heading: number
}

const control = (question: Question, props: GivenToControl): ReactNode => {
  switch (question.type) {
    case 'radiogroup':
      return <ChoiceControl question={question} {...props} />
    case 'checkbox':
      return <TickAllControl question={question} {...props} />
    case 'matrix':
      return <GridControl question={question} {...props} />
    case 'rating':
      return <ScaleControl question={question} {...props} />
    case 'text':
      return <TextControl question={question} {...props} />
    case 'comment':
      return <CommentControl question={question} {...props} />
    case 'paneldynamic':
      return (
        <EntriesControl
          question={question}
          {...props}
          draw={(inner, heading) => <QuestionBlock question={inner} heading={heading} />}
        />
      )
    case 'file':
      return <PhotoControl question={question} {...props} />
    case 'signaturepad':
      return <SignatureControl question={question} {...props} />
    default:
      return question satisfies never
  }
}

/** Several fields that answer one question stand in a group that the question names. */
const isGroup = (question: Question): boolean =>
  question.type !== 'comment' && (question.type !== 'text' || question.inputType === 'date')

/** A text is cleared by deleting it, a grid row by row; what was picked needs a way to be unpicked. */
const hasClear = (question: Question): boolean => question.type === 'radiogroup' || question.type === 'rating'

/** The survey's own hint, or one of the form's for a kind of answer; null where there is none. */
const hintOf = (question: Question, { say }: Words): ReactNode => {
  if (textIn(question.description) !== '') return <Wording text={question.description} />
  if (question.type === 'checkbox') return say('tickAllHint')
  return question.type === 'text' && question.inputType === 'date' ? say('dateHint') : null
}
