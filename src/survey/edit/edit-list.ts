import { countItems } from '../codebook.ts'
import type { Definition, Entry, ListName, Question } from '../definition.ts'
import { itemId } from '../ids.ts'
import { limits } from '../limits.ts'
import { mapElements } from '../map-elements.ts'
import { isOneOf, questionOfItem } from '../rule/rule.ts'
import { repairConditions, type Repaired, withoutValue } from './change-rules.ts'
import { done, type Edited, gone, refused, type Refused } from './edited.ts'
import { listOf, removedFrom, valueOf, withList, withRemoved } from './lists.ts'
import { findQuestion, replaceElement } from './locate.ts'

type Change = (entries: readonly Entry[], question: Question) => readonly Entry[] | Refused

/**
 * One list of a question changed. What is taken off it is remembered with its code, rules lose the answers that are
 * gone, and the open-ended rows of a grid go on being answered with the grid's answers.
 */
export const editList = (
  definition: Definition,
  name: string,
  list: ListName,
  change: Change,
  did: (question: Question) => string,
  notices: readonly string[] = [],
): Edited => {
  const question = findQuestion(definition, name)
  const entries = question && listOf(question, list)
  if (question === undefined || entries === undefined) return gone()
  if (entries === null) return refused('This kind of question has no such list.')
  const next = change(entries, question)
  if ('ok' in next) return next
  if (next === entries) return done(definition, did(question), { at: name, notices })
  const relisted = withList(question, list, next)
  if ('ok' in relisted) return relisted
  const present = new Set(next.map(valueOf))
  const lost = entries.filter((entry) => !present.has(valueOf(entry)))
  const remembered = removedFrom(question, list).filter((entry) => !present.has(valueOf(entry)))
  const changed = withRemoved(relisted, list, [...remembered, ...lost])
  const replaced = replaceElement(definition, name, () => [changed])
  if (list === 'rows' && next.length > entries.length && countItems(replaced) > limits.items) {
    return refused(`A survey can have ${limits.items} questions and rows at most.`)
  }
  const { definition: followed, followers } = list === 'columns' ? follow(replaced, name, next) : alone(replaced)
  const repaired = repairLost(followed, [name, ...followers], list, lost)
  return done(repaired.definition, did(changed), { at: name, notices: [...notices, ...repaired.notices] })
}

interface Followed {
  readonly definition: Definition
  readonly followers: readonly string[]
}

const alone = (definition: Definition): Followed => ({ definition, followers: [] })

/** The open-ended rows of a grid take on its answers. */
const follow = (definition: Definition, grid: string, columns: readonly Entry[]): Followed => {
  const followers: string[] = []
  const followed = mapElements(definition, (element) => {
    if (element.type !== 'radiogroup' || element.proforma?.openEnded?.of !== grid) return element
    followers.push(element.name)
    return { ...element, choices: columns }
  })
  return { definition: followed, followers }
}

const repairLost = (
  definition: Definition,
  questions: readonly string[],
  list: ListName,
  lost: readonly Entry[],
): Repaired =>
  lost.map(valueOf).reduce(
    (before: Repaired, value) => {
      const row = itemId(questions[0] ?? '', value)
      const { definition: repaired, notices } =
        list === 'rows'
          ? repairConditions(
              before.definition,
              (item) => item === row,
              'all',
              () => null,
            )
          : repairConditions(
              before.definition,
              (item) => questions.includes(questionOfItem(item)),
              'answers',
              (condition) => (isOneOf(condition.op) ? withoutValue(condition, value) : condition),
            )
      return { definition: repaired, notices: [...before.notices, ...notices] }
    },
    { definition, notices: [] },
  )
