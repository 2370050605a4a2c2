import type { Change } from './compared.ts'
import type { Choice, ListName, Question } from './definition.ts'
import { entryNames, listOf, valueOf } from './edit/lists.ts'
import { quoted } from './edit/named-in-words.ts'
import { asChoice, choiceLabel } from './text.ts'

const lists: readonly ListName[] = ['choices', 'columns', 'rateValues', 'rows']

/** What changed in the lists of a question that stayed the kind it was. */
export const compareChoices = (old: Question, now: Question, title: string): readonly Change[] =>
  lists.flatMap((list) => {
    const [before, after] = [listOf(old, list), listOf(now, list)]
    if (before === null || after === null || before === after) return []
    return listChanges(before.map(asChoice), after.map(asChoice), list, title)
  })

const label = (choice: Choice): string => quoted(choiceLabel(choice))

const listChanges = (
  before: readonly Choice[],
  after: readonly Choice[],
  list: ListName,
  title: string,
): readonly Change[] => {
  const old = new Map(before.map((choice) => [valueOf(choice), choice]))
  const now = new Map(after.map((choice) => [valueOf(choice), choice]))
  const lost = before.filter((choice) => !now.has(valueOf(choice)))
  const place = list === 'rows' ? 'row' : 'column'
  const noun = entryNames[list]

  const kept = after.flatMap((choice): readonly Change[] => {
    const known = old.get(valueOf(choice))
    if (known !== undefined) return choiceChanges(known, choice, title, place)
    const recoded = lost.some((one) => choiceLabel(one) === choiceLabel(choice))
    return recoded
      ? [
          {
            kind: 'breaks',
            what: `In ${title}, ${label(choice)} has another code than before.`,
            consequence: `Earlier and later answers stand in two ${place}s.`,
          },
        ]
      : [
          {
            kind: 'safe',
            what: `${title} has one more ${noun}: ${label(choice)}.`,
            consequence: `Tables have one more ${place}. Nobody could answer it before.`,
          },
        ]
  })
  const gone = lost
    .filter((choice) => !after.some((one) => !old.has(valueOf(one)) && choiceLabel(one) === choiceLabel(choice)))
    .map((choice): Change => ({
      kind: 'breaks',
      what: `${title} no longer has the ${noun} ${label(choice)}.`,
      consequence: `Tables keep its ${place} for earlier answers. Nobody can answer it from now on.`,
    }))
  return [...kept, ...gone, ...orderChange([...old.keys()], [...now.keys()], title, noun)]
}

const choiceChanges = (old: Choice, now: Choice, title: string, place: string): readonly Change[] => {
  const changes: Change[] = []
  if (choiceLabel(old) !== choiceLabel(now)) {
    changes.push({
      kind: 'look',
      what: `In ${title}, ${quoted(choiceLabel(old))} is now worded ${quoted(choiceLabel(now))}.`,
      consequence: `Both count in one ${place}, under the new wording.`,
    })
  }
  if (old.role !== now.role) {
    changes.push({
      kind: 'breaks',
      what: `In ${title}, ${quoted(choiceLabel(now))} means something else: an answer, not sure, or a refusal.`,
      consequence: 'It may count as non-response before and as an answer after, or the other way round.',
    })
  }
  return changes
}

const orderChange = (
  before: readonly string[],
  after: readonly string[],
  title: string,
  noun: string,
): readonly Change[] => {
  const inBefore = before.filter((value) => after.includes(value))
  const inAfter = after.filter((value) => before.includes(value))
  if (inBefore.every((value, index) => value === inAfter[index])) return []
  return [
    {
      kind: 'look',
      what: `The ${noun}s of ${title} stand in another order.`,
      consequence: 'Tables follow the new order. What stands first is chosen more often.',
    },
  ]
}
