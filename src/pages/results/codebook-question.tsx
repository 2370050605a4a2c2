import { useId } from 'react'
import { kindWords, roleWords, tickCodes } from '../../export/codebook-words.ts'
import type { Variable, VariableGroup } from '../../survey/codebook.ts'
import { askedIn, offeredCodes, otherWordings, variablesIn } from '../../tabulation/codebook-levels.ts'
import type { MergedCodebook } from '../../tabulation/merge-versions.ts'
import css from './codebook.module.css'
import grid from './figure-table.module.css'

interface CodebookQuestionProps {
  readonly book: MergedCodebook
  readonly question: VariableGroup
  /** It stands in a repeated group. */
  readonly isInner: boolean
}

/** A question of the codebook: its variables, then the answers that they share. */
export const CodebookQuestion = ({ book, question, isInner }: CodebookQuestionProps) => {
  const id = useId()
  const variables = variablesIn(book, question)
  const units = [...new Set(variables.flatMap(({ unit }) => unit ?? []))]
  const openEnded = variables[0]?.openEnded ?? null
  const Heading = isInner ? 'h3' : 'h2'
  return (
    <section className={css.question} aria-labelledby={`${id}-title`}>
      <Heading id={`${id}-title`}>{question.label}</Heading>
      <p className={css.kind}>
        {kindWords[question.kind]}
        {units.length === 0 ? '' : `, in ${units.join(', ')}`}.
        {openEnded === null ? null : (
          <>
            {' '}
            It answers for what was named in <code>{openEnded.words}</code>, and counts with <code>{openEnded.of}</code>
            .
          </>
        )}
      </p>
      <Variables book={book} variables={variables} about={question.label} />
      <Answers book={book} question={question} variables={variables} />
    </section>
  )
}

interface VariablesProps {
  readonly book: MergedCodebook
  readonly variables: readonly Variable[]
  readonly about: string
}

const Variables = ({ book, variables, about }: VariablesProps) => (
  <section className={grid.scroll} tabIndex={0} aria-label={`Table: variables of ${about}`}>
    <table className={`${grid.table} ${css.table}`}>
      <caption>
        <span className={grid.caption}>
          {variables.length === 1 ? 'The variable' : `${variables.length} variables`}
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Variable</th>
          <th scope="col">Wording</th>
          <th scope="col">Asked in</th>
        </tr>
      </thead>
      <tbody>
        {variables.map((variable) => (
          <tr key={variable.id}>
            <th scope="row">
              <code>{variable.id}</code>
            </th>
            <td>
              {variable.label}
              {otherWordings(book, variable).map(({ version, label }) => (
                <span key={version} className={css.before}>
                  In {version}: {label}
                </span>
              ))}
            </td>
            <td>{askedIn(book, variable.id).join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

interface AnswersProps {
  readonly book: MergedCodebook
  readonly question: VariableGroup
  readonly variables: readonly Variable[]
}

const Answers = ({ book, question, variables }: AnswersProps) => {
  const every = book.versions.map(({ label }) => label).join(', ')
  const codes =
    question.kind === 'tick'
      ? tickCodes.map(({ value, label }) => ({ value, label, role: 'answer' as const, offeredIn: [every] }))
      : offeredCodes(book, variables)
  if (codes.length === 0) return null
  return (
    <section className={grid.scroll} tabIndex={0} aria-label={`Table: answers to ${question.label}`}>
      <table className={`${grid.table} ${css.table}`}>
        <caption>
          <span className={grid.caption}>The answers</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">Answer</th>
            <th scope="col">Counts as</th>
            <th scope="col">Offered in</th>
          </tr>
        </thead>
        <tbody>
          {codes.map(({ value, label, role, offeredIn }) => (
            <tr key={value}>
              <th scope="row">
                <code>{value}</code>
              </th>
              <td>{label}</td>
              <td>{roleWords[role]}</td>
              <td>{offeredIn.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
