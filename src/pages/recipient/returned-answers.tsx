import { isCalendarDate } from '../../response/problem.ts'
import { answerLines } from '../../response/answer-words.ts'
import { referenceOf, type Revision } from '../../response/revision.ts'
import { formQuestionsOf } from '../../survey/questions.ts'
import type { Version } from '../../survey/version.ts'
import { CorrectAnswers } from '../collect/correct-answers.tsx'
import form from '../collect/form.module.css'
import receipt from '../collect/receipt.module.css'
import { Wording } from '../collect/wording.tsx'
import { useWords } from '../collect/words.ts'
import button from '../styles/button.module.css'
import css from './recipient.module.css'

interface ReturnedAnswersProps {
  readonly returned: Revision
  readonly version: Version
  readonly mayChange: boolean
}

/** The receipt of what was returned, and a copy of it to print. */
export const ReturnedAnswers = ({ returned, version, mayChange }: ReturnedAnswersProps) => {
  const { say, day } = useWords()
  const { definition } = version
  const asked = formQuestionsOf(definition).filter(({ name }) => Object.hasOwn(returned.answers, name))
  return (
    <>
      <p>
        {say('receiptReference')}: <strong className={receipt.reference}>{referenceOf(returned.response)}</strong>
      </p>
      <p className={receipt.home}>
        <button type="button" className={button.secondary} onClick={() => window.print()}>
          {say('linkPrint')}
        </button>
      </p>
      {mayChange ? <CorrectAnswers returned={returned} definition={definition} /> : null}
      <h2>{say('linkCopy')}</h2>
      <dl className={`${form.answers} ${css.copy}`}>
        {asked.map((question) => (
          <div key={question.name} className={form.answer}>
            <dt>
              <Wording text={question.title} />
            </dt>
            <dd>
              {answerLines(question, returned.answers[question.name], returned.language).map((line) => (
                <span key={line.of} className={form.line}>
                  {line.of === '' ? null : (
                    <span className={form.of}>
                      <bdi>{line.of}</bdi>:{' '}
                    </span>
                  )}
                  <bdi>{isCalendarDate(line.words) ? day(line.words) : line.words}</bdi>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
