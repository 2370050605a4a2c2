import { itemsOf } from '../survey/codebook.ts'
import type { Definition, Question } from '../survey/definition.ts'
import { type ItemId, itemId } from '../survey/ids.ts'
import { groupsOf } from '../survey/inner-elements.ts'
import { isJsonObject, isList, type Json } from '../survey/json.ts'
import type { Answers } from './answers.ts'

/** The entries of a repeated group, each the answers to its questions. What is no object holds no answer. */
export const entriesOf = (answer: Json | undefined): readonly Answers[] =>
  isList(answer) ? answer.map((entry) => (isJsonObject(entry) ? entry : {})) : []

/** The item of a question in one entry, counted from 1: `children.2.age`. */
export const entryItem = (group: string, entry: number, question: string): ItemId =>
  itemId(group, `${entry}.${question}`)

/** Every item of a response: those of its definition, and those of each entry that was given, group by group. */
export const itemsGiven = (definition: Definition, answers: Answers): readonly ItemId[] => [
  ...itemsOf(definition),
  ...entryQuestions(definition, answers).keys(),
]

/** The question that each item of each entry answers. */
export const entryQuestions = (definition: Definition, answers: Answers): ReadonlyMap<ItemId, Question> =>
  new Map(
    groupsOf(definition).flatMap(({ name, templateElements }) =>
      entriesOf(Object.hasOwn(answers, name) ? answers[name] : undefined).flatMap((_, index) =>
        templateElements.map((question) => [entryItem(name, index + 1, question.name), question] as const),
      ),
    ),
  )
