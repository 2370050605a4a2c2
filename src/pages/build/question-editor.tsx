import { useDeferredValue } from 'react'
import type { Question } from '../../survey/definition.ts'
import { setRequired } from '../../survey/edit/answer-settings.ts'
import { changeKind } from '../../survey/edit/change-kind.ts'
import {
  entryKinds,
  kindNames,
  kindOfQuestion,
  type QuestionKind,
  questionKinds,
} from '../../survey/edit/question-kind.ts'
import { addOtherRows } from '../../survey/edit/other-rows.ts'
import { reword } from '../../survey/edit/reword.ts'
import { offerRole, offersRole } from '../../survey/edit/roles.ts'
import type { AnswerRole } from '../../survey/definition.ts'
import { groupAround } from '../../survey/inner-elements.ts'
import { textIn } from '../../survey/text.ts'
import button from '../styles/button.module.css'
import css from './field.module.css'
import { CheckField } from './check-field.tsx'
import { EntriesEditor } from './entries-editor.tsx'
import { ListEditor } from './list-editor.tsx'
import { MoreOptions } from './more-options.tsx'
import { RuleEditor } from './rule-editor.tsx'
import { useDesign, useSession } from './session-context.ts'
import { WordingField } from './wording-field.tsx'

/** Everything about one question: three settings at once, the rest behind More options. */
export const QuestionEditor = ({ question }: { readonly question: Question }) => {
  const { edit } = useSession()
  const { name } = question
  // What is settled now and then comes a frame later: the question that was added is seen, and can be worded, before.
  const drawsRest = useDeferredValue(true, false)
  return (
    <>
      {question.type === 'paneldynamic' ? null : <KindSelect question={question} />}
      <WordingField
        part={name}
        id="question-wording"
        label="Question"
        lines={2}
        value={textIn(question.title)}
        onChange={(words, isStep) =>
          edit((survey) => reword(survey, name, 'title', words), isStep ? undefined : `${name}.title`)
        }
      />
      <Answers question={question} />
      <CheckField
        label="An answer is required"
        checked={question.type === 'matrix' ? question.eachRowRequired === true : question.isRequired === true}
        onChange={(on) => edit((survey) => setRequired(survey, name, on))}
      />
      {drawsRest ? (
        <>
          <RuleEditor key={name} part={question} />
          <MoreOptions question={question} />
        </>
      ) : null}
    </>
  )
}

/** The kinds that it can be changed into: in a repeated group only those that are one answer. */
const KindSelect = ({ question }: { readonly question: Question }) => {
  const { edit } = useSession()
  const { definition } = useDesign()
  const { name } = question
  const kinds = groupAround(definition, name) === null ? questionKinds.filter((kind) => kind !== 'group') : entryKinds
  return (
    <div className={css.fieldBlock}>
      <label htmlFor="question-kind" className={css.label}>
        Kind of question
      </label>
      <select
        id="question-kind"
        className={css.field}
        value={kindOfQuestion(question)}
        onChange={(event) => edit((survey) => changeKind(survey, name, event.target.value as QuestionKind))}
      >
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {kindNames[kind]}
          </option>
        ))}
      </select>
    </div>
  )
}

const Answers = ({ question }: { readonly question: Question }) => {
  switch (question.type) {
    case 'radiogroup':
      return (
        <>
          <ListEditor question={question} list="choices" heading="Choices" noun="Choice" />
          <OneTap question={question} roles={['not-sure', 'refused', 'dont-know']} />
        </>
      )
    case 'checkbox':
      return (
        <>
          <ListEditor question={question} list="choices" heading="Choices" noun="Choice" />
          <OneTap question={question} roles={['none', 'refused', 'dont-know']} />
        </>
      )
    case 'matrix':
      return (
        <>
          <ListEditor question={question} list="rows" heading="Items" noun="Item" />
          <ListEditor question={question} list="columns" heading="Answers" noun="Answer" />
          <OtherRows grid={question.name} />
          <OneTap question={question} roles={['not-sure', 'refused', 'dont-know']} />
        </>
      )
    case 'rating':
      return <ListEditor question={question} list="rateValues" heading="Steps, from low to high" noun="Step" />
    case 'text':
    case 'comment':
    case 'file':
    case 'signaturepad':
      return null
    case 'paneldynamic':
      return <EntriesEditor group={question} />
    default:
      return question satisfies never
  }
}

/** Items that respondents name themselves, with the answers of the grid for each. */
const OtherRows = ({ grid }: { readonly grid: string }) => {
  const { edit } = useSession()
  return (
    <p>
      <button type="button" className={button.quiet} onClick={() => edit((survey) => addOtherRows(survey, grid, 3))}>
        Add up to 3 “Other” items
      </button>
    </p>
  )
}

const roleOffers: { readonly [R in AnswerRole]: string } = {
  'not-sure': 'Offer “Not sure”',
  refused: 'Offer “Prefer not to say”',
  'dont-know': 'Offer “Don’t know”',
  none: 'Offer “None of these”',
}

/** Answers that mean something of their own, each added or taken off by one tap. */
const OneTap = ({ question, roles }: { readonly question: Question; readonly roles: readonly AnswerRole[] }) => {
  const { edit } = useSession()
  return (
    <div className={css.checks}>
      {roles.map((role) => (
        <CheckField
          key={role}
          label={roleOffers[role]}
          checked={offersRole(question, role)}
          onChange={(on) => edit((survey) => offerRole(survey, question.name, role, on))}
        />
      ))}
    </div>
  )
}
