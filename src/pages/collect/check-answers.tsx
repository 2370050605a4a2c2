import { isCalendarDate } from '../../response/problem.ts'
import { answerLines } from '../../response/answer-words.ts'
import type { Answers } from '../../response/answers.ts'
import type { Filling } from '../../response/filling.ts'
import { isAnswered, markOf } from '../../response/marks.ts'
import type { Definition } from '../../survey/definition.ts'
import { textIn } from '../../survey/text.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import css from './form.module.css'
import { AnswersInEntries } from './answers-in-entries.tsx'
import { AnswerPictures } from './answer-pictures.tsx'
import { markWords } from './mark-words.ts'
import type { ShownPage } from './paging.ts'
import { noteOf, useRemarks } from './remarks.ts'
import { Wording } from './wording.tsx'
import { useWords } from './words.ts'

interface CheckAnswersProps {
  readonly definition: Definition
  readonly typed: Answers
  readonly language: string
  readonly askedInEntries: Filling['askedInEntries']
  readonly pages: readonly ShownPage[]
  readonly onBack: () => void
  readonly onChange: (page: number, question: string) => void
  readonly onSend: () => void
  readonly sending: boolean
}

/** Everything that was asked and answered, with a way back to each, before anything is sent. */
export const CheckAnswers = (props: CheckAnswersProps) => {
  const { definition, typed, language, pages, onBack, onChange, onSend, sending } = props
  const words = useWords()
  const { say, day } = words
  const remarks = useRemarks()
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
            const answer = Object.hasOwn(typed, question.name) ? typed[question.name] : undefined
            const lines = answerLines(question, answer, language)
            const mark =
              remarks === null || isAnswered(question, answer) ? undefined : markOf(remarks.marks(), question.name)
            const note = noteOf(remarks, question.name)
            const title = textIn(question.title, language)
            return (
              <div key={question.name} className={css.answer}>
                <dt>
                  <Wording text={question.title} />
                </dt>
                <dd>
                  {lines.length > 0 ? null : mark === undefined ? (
                    <span className={css.none}>{say('notAnswered')}</span>
                  ) : (
                    <span className={css.mark}>{markWords(mark, words)}</span>
                  )}
                  {(question.type === 'file' || question.type === 'paneldynamic' ? [] : lines).map((line) => (
                    <span key={line.of} className={css.line}>
                      {line.of === '' ? null : (
                        <span className={css.of}>
                          <bdi>{line.of}</bdi>:{' '}
                        </span>
                      )}
                      <bdi>{isCalendarDate(line.words) ? day(line.words) : line.words}</bdi>
                    </span>
                  ))}
                  {question.type === 'paneldynamic' ? (
                    <AnswersInEntries
                      group={question}
                      answer={answer}
                      asked={props.askedInEntries(question.name)}
                      language={language}
                    />
                  ) : null}
                  <AnswerPictures question={question} answer={typed[question.name]} language={language} />
                  {lines.length === 0 || mark === undefined ? null : (
                    <span className={css.line}>
                      <span className={css.of}>{say('theRest')}: </span>
                      {markWords(mark, words)}
                    </span>
                  )}
                </dd>
                {note === '' ? null : (
                  <dd className={css.privateNote}>
                    <strong>{say('noteLabel')}:</strong> {note}
                  </dd>
                )}
                <dd className={css.change}>
                  <button type="button" className={button.quiet} onClick={() => onChange(index, question.name)}>
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
