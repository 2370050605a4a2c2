import { compareChoices } from './compare-choices.ts'
import type { Change } from './compared.ts'
import type { Definition, Element, Page, Question, Text } from './definition.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Json } from './json.ts'
import { publishable } from './publishable.ts'
import { kindNames, kindOfQuestion } from './edit/question-kind.ts'
import { quoted } from './edit/named-in-words.ts'
import { eachOf, entryRange } from './entry-definition.ts'
import { groupAround, innerOf } from './inner-elements.ts'
import { questionsOf } from './questions.ts'
import { expressionToRule } from './rule/expression-to-rule.ts'
import { ruleInWords } from './rule/rule-in-words.ts'
import { textIn } from './text.ts'

/**
 * What changed from one version to the next, in the order of the new one, with what it does to tables that count both.
 * What publishing leaves out is not compared.
 */
export const compareVersions = (before: Definition, after: Definition): readonly Change[] => {
  const [old, now] = [publishable(before), publishable(after)]
  const oldQuestions = new Map(questionsOf(old).map((question) => [question.name, question]))
  const newNames = new Set(questionsOf(now).map(({ name }) => name))
  const removed = [...oldQuestions.values()].filter(({ name }) => !newNames.has(name))
  return [
    ...surveyChanges(old, now),
    ...questionsOf(now).flatMap((question) => {
      const known = oldQuestions.get(question.name)
      if (known === undefined) return [added(question)]
      return isSame(known, question) ? [] : questionChanges(known, question)
    }),
    ...removed.map(gone),
    ...groupChanges(old, now),
    ...routingChanges(old, now),
    ...orderChange(old, now),
  ]
}

/** How a question is spoken of: by its wording, or by its kind while it has none. */
const title = (question: Question): string => {
  const words = textIn(question.title).trim()
  return words === '' ? `A question without words (${kindNames[kindOfQuestion(question)]})` : quoted(words)
}

const added = (question: Question): Change => ({
  kind: 'safe',
  what: `${title(question)} is new.`,
  consequence: 'Answers from before count as not in this version.',
})

const gone = (question: Question): Change => ({
  kind: 'breaks',
  what: `${title(question)} is no longer asked.`,
  consequence: 'Its answers are kept. Its table counts the earlier versions only.',
})

const isSame = (one: unknown, other: unknown): boolean =>
  one === other ||
  (one !== undefined && other !== undefined && canonicalJson(one as Json) === canonicalJson(other as Json))

const surveyChanges = (old: Definition, now: Definition): readonly Change[] => {
  const changes: Change[] = []
  if (old.proforma.units !== now.proforma.units) {
    changes.push({
      kind: 'breaks',
      what: `One form now speaks for ${now.proforma.units === 'people' ? 'a person' : 'an organisation'}.`,
      consequence: 'Tables count something else than before, and protect small numbers in another way.',
    })
  }
  if (!isSame(old.proforma.privacy, now.proforma.privacy)) {
    changes.push({
      kind: 'look',
      what: 'The privacy text is different.',
      consequence: 'No table changes. Earlier answers were given under the earlier text.',
    })
  }
  if (!isSame([old.title, old.description ?? ''], [now.title, now.description ?? ''])) {
    changes.push({
      kind: 'safe',
      what: 'The title or the introduction is different.',
      consequence: 'Tables carry the new title.',
    })
  }
  return changes
}

const questionChanges = (old: Question, now: Question): readonly Change[] => {
  const kinds = [kindOfQuestion(old), kindOfQuestion(now)] as const
  if (kinds[0] !== kinds[1]) {
    const what = `${title(now)} was: ${kindNames[kinds[0]]}. It is: ${kindNames[kinds[1]]}.`
    return [{ kind: 'breaks', what, consequence: 'Earlier answers can’t be counted in the same table as later ones.' }]
  }
  return [
    ...wordingChange(old.title, now.title, (words) => `${words} has another wording.`, title(now)),
    ...wordingChange(old.description, now.description, (words) => `${words} has another hint.`, title(now)),
    ...wordingChange(
      old.proforma?.each,
      now.proforma?.each,
      (words) => `${words} has another word for an entry.`,
      title(now),
    ),
    ...settingChanges(old, now),
    ...compareChoices(old, now, title(now)),
  ]
}

const wordingChange = (
  old: Text | undefined,
  now: Text | undefined,
  what: (words: string) => string,
  words: string,
): readonly Change[] => {
  if (isSame(old, now)) return []
  if (textIn(old) === textIn(now)) {
    return [{ kind: 'look', what: `${words} has another translation.`, consequence: 'Tables stay as they are.' }]
  }
  return [
    {
      kind: 'look',
      what: what(words),
      consequence: 'Tables count the answers to both together, under the new wording.',
    },
  ]
}

const settingChanges = (old: Question, now: Question): readonly Change[] => {
  const changes: Change[] = []
  if (!isSame(old.proforma?.unit, now.proforma?.unit)) {
    changes.push({
      kind: 'breaks',
      what: `${title(now)} counts in another unit.`,
      consequence: 'Earlier and later figures stand in one column, and do not mean the same.',
    })
  }
  if (!isSame(old.proforma?.openEnded, now.proforma?.openEnded)) {
    changes.push({
      kind: 'breaks',
      what: `${title(now)} answers for another grid or other words.`,
      consequence: 'Its answers stand in another table than before.',
    })
  }
  if (!isSame(limitsOf(old), limitsOf(now))) {
    changes.push({
      kind: 'look',
      what: `${title(now)} takes other answers than before: required, range or length.`,
      consequence: 'There may be more or fewer blanks than before.',
    })
  }
  return changes
}

/** Questions that were asked once and are asked for each entry of a group now, or the other way round. */
const groupChanges = (old: Definition, now: Definition): readonly Change[] =>
  questionsOf(now).flatMap((question): readonly Change[] => {
    const known = questionsOf(old).some(({ name }) => name === question.name)
    const [was, is] = [groupAround(old, question.name), groupAround(now, question.name)]
    if (!known || was?.name === is?.name) return []
    const often = is === null ? 'once a form' : `for each ${quoted(textIn(eachOf(is)))}`
    return [
      {
        kind: 'breaks',
        what: `${title(question)} is asked ${often} now.`,
        consequence: 'Earlier answers can’t be counted in the same table as later ones.',
      },
    ]
  })

/** What an answer must be like to be taken. */
const limitsOf = (question: Question): Json => ({
  required: question.isRequired ?? false,
  rows: question.type === 'matrix' ? (question.eachRowRequired ?? false) : false,
  entries: question.type === 'paneldynamic' ? { ...entryRange(question) } : null,
  min: question.type === 'text' ? (question.min ?? null) : null,
  max: question.type === 'text' ? (question.max ?? null) : null,
  length: question.type === 'text' || question.type === 'comment' ? (question.maxLength ?? null) : null,
  photos: question.proforma?.most ?? null,
})

/** Every question with all that decides whether it is asked: its own rule and those around it. */
const routing = (definition: Definition): ReadonlyMap<string, readonly string[]> => {
  const rules = new Map<string, readonly string[]>()
  const walk = (part: Page | Element, around: readonly string[]): void => {
    const all = part.visibleIf === undefined ? around : [...around, part.visibleIf]
    if (!('elements' in part)) rules.set(part.name, all)
    const inner = 'type' in part ? innerOf(part) : part.elements
    for (const element of inner) walk(element, all)
  }
  for (const page of definition.pages) walk(page, [])
  return rules
}

const routingChanges = (old: Definition, now: Definition): readonly Change[] => {
  const before = routing(old)
  const after = routing(now)
  return questionsOf(now).flatMap((question): readonly Change[] => {
    const [was, is] = [before.get(question.name), after.get(question.name)]
    if (was === undefined || is === undefined || was.join('\n') === is.join('\n')) return []
    const rule = is.at(-1) === undefined ? null : expressionToRule(is.at(-1) ?? '')
    const who = is.length === 0 ? 'Everyone is asked.' : rule === null ? '' : `${ruleInWords(now, rule)}.`
    return [
      {
        kind: 'look',
        what: `${title(question)} is asked of other people than before. ${who}`.trim(),
        consequence: 'Its “not asked” is other people before and after: compare only those who were asked.',
      },
    ]
  })
}

const orderChange = (old: Definition, now: Definition): readonly Change[] => {
  const [before, after] = [questionsOf(old), questionsOf(now)].map((all) => all.map(({ name }) => name))
  const inOld = new Set(before)
  const inNew = new Set(after)
  const both = (names: readonly string[] = []): string =>
    names.filter((name) => inOld.has(name) && inNew.has(name)).join()
  return both(before) === both(after)
    ? []
    : [
        {
          kind: 'look',
          what: 'The questions stand in another order.',
          consequence: 'Tables follow the new order. What is asked before a question can change its answers.',
        },
      ]
}
