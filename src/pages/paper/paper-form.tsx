import type { Definition, Element, GroupQuestion, Question } from '../../survey/definition.ts'
import { eachOf, entryRange } from '../../survey/entry-definition.ts'
import { innerOf } from '../../survey/inner-elements.ts'
import { withMarks } from '../../survey/answer-marks.ts'
import { asChoice, choiceLabel, textIn } from '../../survey/text.ts'
import { textDirection } from '../../survey/text-direction.ts'
import { FormLanguage } from '../collect/form-language.tsx'
import { useWords } from '../collect/words.ts'
import { ruleOnPaper } from './rule-on-paper.ts'
import css from './paper-form.module.css'

interface PaperFormProps {
  readonly definition: Definition
  readonly language: string
  /** The level of its title: 1 on a page of its own, 2 beside other things. */
  readonly headings: 1 | 2
}

/** A blank form for paper: the same wording in the same order, with boxes to tick and lines to write on. */
export const PaperForm = (props: PaperFormProps) => (
  <FormLanguage definition={props.definition} language={props.language}>
    <Sheet {...props} />
  </FormLanguage>
)

const Sheet = ({ definition: written, language, headings }: PaperFormProps) => {
  const definition = withMarks(written)
  const [Title, Section, Group] = headings === 1 ? (['h1', 'h2', 'h3'] as const) : (['h2', 'h3', 'h4'] as const)
  const numbers = numbering(definition)
  const words = useWords()
  const { say } = words
  const onlyIf = (rule: string): string => ruleOnPaper(written, rule, words, language)
  const privacy = textIn(definition.proforma.privacy, language).trim()
  const part = (element: Element): React.ReactNode =>
    element.type === 'panel' ? (
      <div key={element.name}>
        {element.title === undefined ? null : <Group>{textIn(element.title, language)}</Group>}
        {element.description === undefined ? null : <p>{textIn(element.description, language)}</p>}
        <OnlyIf rule={element.visibleIf} words={onlyIf} />
        {element.elements.map(part)}
      </div>
    ) : (
      <div key={element.name} className={css.question}>
        <OnlyIf rule={element.visibleIf} words={onlyIf} />
        <p className={css.title}>
          {numbers.get(element.name)}. {textIn(element.title, language)}
        </p>
        {element.description === undefined ? null : <p className={css.hint}>{textIn(element.description, language)}</p>}
        <PaperAnswer question={element} language={language} />
        {element.type === 'paneldynamic' ? copiesOf(element) : null}
      </div>
    )

  const copiesOf = (group: GroupQuestion): React.ReactNode => {
    const { most } = entryRange(group)
    return (
      <>
        {Array.from({ length: Math.min(most, mostCopies) }, (_, index) => (
          <div key={index} className={css.entry}>
            <p className={css.title}>
              {textIn(eachOf(group), language)} {index + 1}
            </p>
            {group.templateElements.map(part)}
          </div>
        ))}
        {most > mostCopies ? <p className={css.hint}>{say('paperMore')}</p> : null}
      </>
    )
  }

  return (
    <article
      className={css.form}
      lang={language === 'default' ? undefined : language}
      dir={language === 'default' ? undefined : textDirection(language)}
    >
      <Title tabIndex={-1}>{textIn(definition.title, language) || 'Survey without a title'}</Title>
      {definition.description === undefined ? null : <p>{textIn(definition.description, language)}</p>}
      {privacy === '' ? null : <p className={css.privacy}>{privacy}</p>}
      <p>
        {say('paperReference')}: <span className={css.reference} />
      </p>
      {definition.pages.map((page) => (
        <section key={page.name}>
          {page.title === undefined ? null : <Section>{textIn(page.title, language)}</Section>}
          {page.description === undefined ? null : <p>{textIn(page.description, language)}</p>}
          <OnlyIf rule={page.visibleIf} words={onlyIf} />
          {page.elements.map(part)}
        </section>
      ))}
    </article>
  )
}

/** Of a repeated group, so many blank copies: more would be a sheaf of paper that nobody fills in. */
const mostCopies = 4

const numbering = (definition: Definition): ReadonlyMap<string, number> => {
  const names: string[] = []
  const walk = (element: Element): void => {
    if (element.type === 'panel') element.elements.forEach(walk)
    else {
      names.push(element.name)
      innerOf(element).forEach(walk)
    }
  }
  definition.pages.forEach((page) => page.elements.forEach(walk))
  return new Map(names.map((name, index) => [name, index + 1]))
}

const OnlyIf = ({ rule, words }: { readonly rule: string | undefined; readonly words: (rule: string) => string }) =>
  rule === undefined ? null : <p className={css.rule}>{words(rule)}</p>

const PaperAnswer = ({ question, language }: { readonly question: Question; readonly language: string }) => {
  const { say } = useWords()
  switch (question.type) {
    case 'radiogroup':
      return <Boxes of={question.choices} hint={say('paperTickOne')} language={language} />
    case 'checkbox': {
      // As on the screen: a hint of the survey's own says it already.
      const hint = textIn(question.description) === '' ? say('tickAllHint') : null
      return <Boxes of={question.choices} hint={hint} language={language} />
    }
    case 'rating':
      return <Boxes of={question.rateValues} hint={say('paperTickOne')} language={language} />
    case 'matrix':
      return <PaperGrid question={question} language={language} />
    case 'comment':
      return <Lines count={question.rows ?? 4} />
    case 'text':
      if (question.inputType === 'date')
        return (
          <p className={css.date}>
            {say('day')} ____ {say('month')} ____ {say('year')} ________
          </p>
        )
      if (question.inputType === 'number')
        return <p className={css.date}>________ {textIn(question.proforma?.unit, language)}</p>
      return <Lines count={1} />
    case 'paneldynamic':
      return null
    case 'file':
      return <p className={css.photo}>{say('paperPhoto')}</p>
    case 'signaturepad':
      return (
        <>
          <p className={css.hint}>{say('yourName')}</p>
          <Lines count={1} />
          <p className={css.hint}>{say('paperSignature')}</p>
          <Lines count={1} />
        </>
      )
    default:
      return question satisfies never
  }
}

interface BoxesProps {
  readonly of: readonly Parameters<typeof asChoice>[0][]
  /** How many to tick; null where that is said already. */
  readonly hint: string | null
  readonly language: string
}

const Boxes = ({ of, hint, language }: BoxesProps) => (
  <>
    {hint === null ? null : <p className={css.hint}>{hint}</p>}
    <ul className={css.boxes}>
      {of.map(asChoice).map((choice) => (
        <li key={choice.value}>
          <span className={css.box} />
          {choiceLabel(choice, language)}
        </li>
      ))}
    </ul>
  </>
)

const PaperGrid = ({
  question,
  language,
}: {
  readonly question: Extract<Question, { type: 'matrix' }>
  readonly language: string
}) => (
  <table className={css.grid}>
    <thead>
      <tr>
        <th scope="col">
          <TickOneEach />
        </th>
        {question.columns.map(asChoice).map((column) => (
          <th key={column.value} scope="col">
            {choiceLabel(column, language)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {question.rows.map(asChoice).map((row) => (
        <tr key={row.value}>
          <th scope="row">{choiceLabel(row, language)}</th>
          {question.columns.map((column) => (
            <td key={asChoice(column).value} aria-label="Box to tick">
              <span className={css.box} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

const TickOneEach = () => useWords().say('paperTickOneEach')

const Lines = ({ count }: { readonly count: number }) => (
  <div>
    {Array.from({ length: count }, (_, line) => (
      <div key={line} className={css.line} />
    ))}
  </div>
)
