import { entryName } from '../../response/answer-words.ts'
import { putInEntry } from '../../response/put-in-answers.ts'
import type { QuestionProblem } from './paging.ts'
import { problemWords } from './problem-words.ts'
import type { Words } from './words.ts'

/** What stands in the summary of problems: the words beside the field, and in which entry that is. */
export const problemMessage = (
  { question, problem, entry }: QuestionProblem,
  language: string,
  words: Words,
): string => {
  if (entry === null) return problemWords(problem, question, language, words)
  const { group, number, answers } = entry
  const worded = putInEntry(group, answers, { language, dayInWords: words.day })
  const asked = worded.find(({ name }) => name === question.name) ?? question
  return words.say('problemInEntry', {
    problem: problemWords(problem, asked, language, words),
    entry: entryName(group, answers, number, language),
  })
}
