import { answerLines, entryName } from '../../response/answer-words.ts'
import { entriesOf, entryItem } from '../../response/entries.ts'
import { markOf } from '../../response/marks.ts'
import { isCalendarDate } from '../../response/problem.ts'
import { putInEntry } from '../../response/put-in-answers.ts'
import type { GroupQuestion } from '../../survey/definition.ts'
import type { Json } from '../../survey/json.ts'
import css from './answers-in-entries.module.css'
import { markWords } from './mark-words.ts'
import { noteOf, useRemarks } from './remarks.ts'
import { Wording } from './wording.tsx'
import { useWords } from './words.ts'

interface AnswersInEntriesProps {
  readonly group: GroupQuestion
  readonly answer: Json | undefined
  /** The questions that are asked in each entry, by name. */
  readonly asked: readonly ReadonlySet<string>[]
  readonly language: string
}

/** What was answered in each entry of a repeated group, to be checked. */
export const AnswersInEntries = ({ group, answer, asked, language }: AnswersInEntriesProps) => {
  const words = useWords()
  const { say, day } = words
  const remarks = useRemarks()
  return entriesOf(answer).map((entry, index) => (
    <div key={index} className={css.entry}>
      <strong>
        <bdi>{entryName(group, entry, index + 1, language)}</bdi>
      </strong>
      <ul className={css.lines}>
        {putInEntry(group, entry, { language, dayInWords: day })
          .filter(({ name }) => asked[index]?.has(name))
          .map((question) => {
            const item = entryItem(group.name, index + 1, question.name)
            const said = answerLines(question, entry[question.name], language)[0]?.words
            const mark = remarks === null || said !== undefined ? undefined : markOf(remarks.marks(), item)
            const note = noteOf(remarks, item)
            const nothing = mark === undefined ? say('notAnswered') : markWords(mark, words)
            return (
              <li key={question.name}>
                <span className={css.of}>
                  <Wording text={question.title} />{' '}
                </span>
                <bdi>{said === undefined ? nothing : isCalendarDate(said) ? day(said) : said}</bdi>
                {note === '' ? null : (
                  <span className={css.privateNote}>
                    <strong>{say('noteLabel')}:</strong> {note}
                  </span>
                )}
              </li>
            )
          })}
      </ul>
    </div>
  ))
}
