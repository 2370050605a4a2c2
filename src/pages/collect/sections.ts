import { type Answers, answerTo } from '../../response/answers.ts'
import type { Marks } from '../../response/draft.ts'
import { isAnswered, markOf } from '../../response/marks.ts'
import { problemOf } from '../../response/problem.ts'
import type { Definition } from '../../survey/definition.ts'
import { itemId } from '../../survey/ids.ts'
import { textIn } from '../../survey/text.ts'
import type { ShownPage } from './paging.ts'

/** How far a section of the survey is, as things stand. */
export interface SectionStanding {
  readonly name: string
  readonly title: string
  /** Its first page, as an index into the pages that are shown. */
  readonly page: number
  readonly asked: number
  /** Questions that are answered, or marked why not. */
  readonly settled: number
  /** Answers that cannot stand as they are: what is not answered yet is none of them. */
  readonly problems: number
}

/** The sections that are asked as things stand, in order. One without a title is called after its first question. */
export const sectionsOf = (
  definition: Definition,
  pages: readonly ShownPage[],
  typed: Answers,
  marks: Marks,
  language: string,
): readonly SectionStanding[] =>
  definition.pages.flatMap((section) => {
    const page = pages.findIndex((shown) => isOfSection(shown, section.name))
    const questions = pages.filter((shown) => isOfSection(shown, section.name)).flatMap((shown) => shown.questions)
    const first = questions[0]
    if (first === undefined) return []
    const settled = questions.filter(
      (question) =>
        markOf(marks, question.name) !== undefined || isAnswered(question, answerTo(typed, itemId(question.name))),
    )
    const problems = questions.filter(
      (question) => problemOf(question, answerTo(typed, itemId(question.name)), true) !== null,
    )
    return [
      {
        name: section.name,
        title: textIn(section.title, language) || textIn(first.title, language),
        page,
        asked: questions.length,
        settled: settled.length,
        problems: problems.length,
      },
    ]
  })

/** Whether a page is one of those that a section is shown as: `about_you`, or `about_you:role`. */
export const isOfSection = (page: ShownPage | undefined, section: string): boolean =>
  page?.name.split(':')[0] === section
