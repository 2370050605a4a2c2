import type { Model, Question, QuestionPanelDynamicModel } from 'survey-core'
import type { Answers } from '../response/answers.ts'
import { entriesOf } from '../response/entries.ts'
import type { Json } from '../survey/json.ts'

/** A repeated group as survey-core holds it; null for any other question. */
export const asGroup = (question: Question | null): QuestionPanelDynamicModel | null =>
  question?.getType() === 'paneldynamic' ? (question as QuestionPanelDynamicModel) : null

/** The questions that are asked in each entry of a group as things stand, by name. */
export const askedInEntries = (group: QuestionPanelDynamicModel): readonly ReadonlySet<string>[] =>
  group.panels.map(
    (entry) => new Set(entry.questions.filter((one) => one.isVisible && one.isParentVisible).map(({ name }) => name)),
  )

/**
 * The entries of a group without the answers to what is not asked in them: the first hidden one is dropped, in order,
 * and the rules run again. `put` gives the model the entries as they are then.
 */
export const keepAskedEntries = (
  group: QuestionPanelDynamicModel,
  typed: Json,
  put: (entries: readonly Answers[]) => void,
): readonly Answers[] => {
  let entries = entriesOf(typed)
  for (const [index] of entries.entries()) {
    for (const { name } of group.template.questions) {
      const entry = entries[index] ?? {}
      if (!Object.hasOwn(entry, name) || askedInEntries(group)[index]?.has(name)) continue
      const { [name]: _, ...rest } = entry
      entries = entries.with(index, rest)
      put(entries)
    }
  }
  return entries
}

/** The repeated groups of a model, in the order they are asked. */
export const groupsIn = (model: Model): readonly QuestionPanelDynamicModel[] =>
  model.getAllQuestions().flatMap((question) => asGroup(question) ?? [])
