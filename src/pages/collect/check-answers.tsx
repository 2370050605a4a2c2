import { isCalendarDate } from '../../response/problem.ts'
import { answerLines } from '../../response/answer-words.ts'
import type { Answers } from '../../response/answers.ts'
import type { Definition } from '../../survey/definition.ts'
import { textIn } from '../../survey/text.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import css from './form.module.css'
import { AnswerPictures } from './answer-pictures.tsx'
import type { ShownPage } from './paging.ts'
import { Wording } from './wording.tsx'
import { useWords } from './words.ts'

interface CheckAnswersProps {
  readonly definition: Definition
  readonly typed: Answers
  readonly language: string
  readonly pages: readonly ShownPage[]
  readonly onBack: () => void
  readonly onChange: (page: number) => void
  readonly onSend: () => void
  readonly sending: boolean
}

/** Everything that was asked and answered, with a way back to each, before anything is sent. */
export const CheckAnswers = (props: CheckAnswersProps) => {
  const { definition, typed, language, pages, onBack, onChange, onSend, sending } = props
  const { say, day } = useWords()
  useScreen(`${say('checkHeading')} – ${textIn(definition.title, language)}`, 'check')
  return (
    <>
      <button type="button" className={css.back} onClick={onBack}>
        {say('back')}
      </button>
      <h1 tabIndex={-1}>{say('checkHeading')}</h1>
      <p>{say('checkHint')}</p>
      <dl className={css.answers}>
        {pages.flatMap((page, index) =>
          page.questions.map((question) => {
            const lines = answerLines(question, typed[question.name], language)
            const title = textIn(question.title, language)
            return (
              <div key={question.name} className={css.answer}>
                <dt>
                  <Wording text={question.title} />
                </dt>
                <dd>
                  {lines.length === 0 ? <span className={css.none}>{say('notAnswered')}</span> : null}
                  {(question.type === 'file' ? [] : lines).map((line) => (
                    <span key={line.of} className={css.line}>
                      {line.of === '' ? null : (
                        <span className={css.of}>
                          <bdi>{line.of}</bdi>:{' '}
                        </span>
                      )}
                      <bdi>{isCalendarDate(line.words) ? day(line.words) : line.words}</bdi>
                    </span>
                  ))}
                  <AnswerPictures question={question} answer={typed[question.name]} language={language} />
                </dd>
                <dd className={css.change}>
                  <button type="button" className={button.quiet} onClick={() => onChange(index)}>
                    {say('change')}
                    <span className="visually-hidden"> {say('quoted', { text: title })}</span>
                  </button>
                </dd>
              </div>
            )
          }),
        )}
      </dl>
      <button type="button" className={button.primary} onClick={sending ? undefined : onSend} aria-disabled={sending}>
        {say('send')}
      </button>
    </>
  )
}
