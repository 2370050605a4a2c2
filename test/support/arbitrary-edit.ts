import * as fc from 'fast-check'
import { askables, answersTo } from '../../src/survey/askables.ts'
import type { Definition, Entry, ListName } from '../../src/survey/definition.ts'
import { groupsOf } from '../../src/survey/inner-elements.ts'
import { elementsByName, questionsOf } from '../../src/survey/questions.ts'
import { addQuestion } from '../../src/survey/edit/add-question.ts'
import {
  setMaxLength,
  setMostPhotos,
  setRandomOrder,
  setRange,
  setRequired,
  setScale,
} from '../../src/survey/edit/answer-settings.ts'
import { changeKind } from '../../src/survey/edit/change-kind.ts'
import { setChoices } from '../../src/survey/edit/choices-from-lines.ts'
import { addChoices, moveChoice, removeChoice, rewordChoice } from '../../src/survey/edit/choices.ts'
import { addConsent } from '../../src/survey/edit/consent.ts'
import { deleteElement } from '../../src/survey/edit/delete-element.ts'
import { duplicateElement } from '../../src/survey/edit/duplicate-element.ts'
import type { Edited } from '../../src/survey/edit/edited.ts'
import { setEntryRange } from '../../src/survey/edit/entry-settings.ts'
import { addLanguage, removeLanguage, setWording } from '../../src/survey/edit/languages.ts'
import { listOf, valueOf } from '../../src/survey/edit/lists.ts'
import { moveElement, moveElementBy } from '../../src/survey/edit/move-element.ts'
import { addOtherRows } from '../../src/survey/edit/other-rows.ts'
import { questionKinds } from '../../src/survey/edit/question-kind.ts'
import { giveReadableIds } from '../../src/survey/edit/readable-ids.ts'
import { renameElement } from '../../src/survey/edit/rename-element.ts'
import { reword } from '../../src/survey/edit/reword.ts'
import { offerRole, setRole } from '../../src/survey/edit/roles.ts'
import { addSection, deleteSection, moveSectionBy } from '../../src/survey/edit/sections.ts'
import { setRule } from '../../src/survey/edit/set-rule.ts'
import { rewordSurvey, setAudience, setMinutes, setUnits } from '../../src/survey/edit/survey-settings.ts'
import type { Spot } from '../../src/survey/edit/spot.ts'
import type { Op, Rule } from '../../src/survey/rule/rule.ts'
import { wordings } from '../../src/survey/wordings.ts'

/** One edit picked at random: what is done, and three numbers and some words that say to what. */
export interface Pick {
  readonly edit: number
  readonly a: number
  readonly b: number
  readonly c: number
  readonly words: string
}

const words = fc.oneof(
  fc.constantFrom(
    '',
    'Yes',
    'No',
    'Not sure',
    'Where do you live?',
    'Choice 1',
    'Q0',
    'constructor',
    '__proto__',
    '{q0}',
  ),
  fc.constantFrom('{q1} and {nobody}', 'عنوان', '1st', 'row', 'Sûr?', 'a'.repeat(90)),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 5 }),
)

export const arbitraryPick: fc.Arbitrary<Pick> = fc.record({
  edit: fc.nat({ max: 999 }),
  a: fc.nat({ max: 999 }),
  b: fc.nat({ max: 999 }),
  c: fc.nat({ max: 999 }),
  words,
})

const from = <T>(all: readonly T[], index: number): T | undefined => all[index % all.length]

const roles = ['not-sure', 'refused', 'dont-know', 'none'] as const
const lists: readonly ListName[] = ['choices', 'columns', 'rows', 'rateValues']
const ways = ['up', 'down'] as const

/** Every edit that there is, each made on what the numbers point at. */
const edits: readonly ((definition: Definition, pick: Pick) => Edited)[] = [
  (all, { a, b, words }) =>
    addQuestion(all, from([...questionKinds, 'yes-no-not-sure'], a) ?? 'date', spot(all, b), words),
  (all, { a }) => deleteElement(all, anElement(all, a)),
  (all, { a }) => duplicateElement(all, anElement(all, a)),
  (all, { a, b }) => moveElement(all, anElement(all, a), spot(all, b)),
  (all, { a, b }) => moveElementBy(all, anElement(all, a), ways[b % 2] ?? 'up'),
  (all, { a, b, words }) =>
    reword(
      all,
      anyPart(all, a),
      from(['title', 'description', 'prompts', 'unit', 'each'] as const, b) ?? 'title',
      words,
    ),
  (all, { a, b }) => setRequired(all, aQuestion(all, a), b % 2 === 0),
  (all, { a, b, c }) => setRange(all, aQuestion(all, a), { min: b, max: c }),
  (all, { a, b }) => setRange(all, aQuestion(all, a), b % 2 === 0 ? { max: '2026-11-23' } : {}),
  (all, { a, b }) => setMaxLength(all, aQuestion(all, a), b === 0 ? null : b),
  (all, { a, b }) => setMostPhotos(all, aQuestion(all, a), b % 7),
  (all, { a, b }) => setScale(all, aQuestion(all, a), b % 2 === 0 ? 'words' : 'smileys'),
  (all, { a, b }) => setRandomOrder(all, aQuestion(all, a), b % 2 === 0),
  (all, { a, b, words }) =>
    rewordSurvey(
      all,
      from(['title', 'description', 'privacy'] as const, a) ?? 'title',
      words,
      b % 2 ? 'cy' : 'default',
    ),
  (all, { words }) => setAudience(all, words),
  (all, { a }) => setMinutes(all, a),
  (all, { a }) => setUnits(all, a % 2 === 0 ? 'people' : 'organisations'),
  (all, { a, b, words }) => addChoices(all, aQuestion(all, a), aList(all, a, b), [words, `${words} 2`, 'Yes']),
  (all, { a, b, c }) => removeChoice(all, aQuestion(all, a), aList(all, a, b), aValue(all, a, b, c)),
  (all, { a, b, c, words }) => rewordChoice(all, aQuestion(all, a), aList(all, a, b), aValue(all, a, b, c), words),
  (all, { a, b, c }) => moveChoice(all, aQuestion(all, a), aList(all, a, b), aValue(all, a, b, c), c),
  (all, { a, b, words }) => setChoices(all, aQuestion(all, a), aList(all, a, b), ['Yes', words, 'No', 'Yes', `${b}`]),
  (all, { a, b }) => offerRole(all, aQuestion(all, a), from(roles, b) ?? 'none', b % 3 !== 0),
  (all, { a, b, c }) => {
    const list = aList(all, a, b)
    return setRole(
      all,
      aQuestion(all, a),
      list === 'rows' ? 'columns' : list,
      aValue(all, a, b, c),
      from(roles, c) ?? null,
    )
  },
  (all, { a, b }) => changeKind(all, aQuestion(all, a), from(questionKinds, b) ?? 'grid'),
  (all, { a, b, words }) => addSection(all, b % 4 === 0 ? null : aPage(all, a), words),
  (all, { a }) => deleteSection(all, aPage(all, a)),
  (all, { a, b }) => moveSectionBy(all, aPage(all, a), ways[b % 2] ?? 'up'),
  (all) => addConsent(all),
  (all, { a, b }) => addOtherRows(all, aQuestion(all, a), b % 5),
  (all, { a }) => addLanguage(all, from(['cy', 'ur', 'zh-Hans', '!'], a) ?? 'cy'),
  (all, { a }) => removeLanguage(all, from(['cy', 'ur', 'zh-Hans'], a) ?? 'cy'),
  (all, { a, b, words }) => setWording(all, from(wordings(all), a)?.path ?? '', b % 2 ? 'cy' : 'default', words),
  (all, { a, b, c }) => setRule(all, anyPart(all, a), b % 5 === 0 ? null : aRule(all, b, c)),
  (all, { a, words }) => renameElement(all, anElement(all, a), words),
  (all) => giveReadableIds(all, []),
  (all, { a, b, c }) =>
    setEntryRange(all, from([...groupsOf(all), ...questionsOf(all)], a)?.name ?? 'nobody', {
      least: b % 4 === 0 ? null : b % 4,
      most: c % 3 === 0 ? null : c % 22,
    }),
]

export const editCount = edits.length

export const makeEdit = (definition: Definition, pick: Pick): Edited => {
  const edit = from(edits, pick.edit)
  if (edit === undefined) throw new Error('There is no edit')
  return edit(definition, pick)
}

const elementNames = (all: Definition): readonly string[] => [...elementsByName(all).keys()]
const anElement = (all: Definition, index: number): string => from(elementNames(all), index) ?? 'nobody'
const aQuestion = (all: Definition, index: number): string => from(questionsOf(all), index)?.name ?? 'nobody'
const aPage = (all: Definition, index: number): string => from(all.pages, index)?.name ?? 'nobody'
const anyPart = (all: Definition, index: number): string =>
  from([...elementNames(all), ...all.pages.map(({ name }) => name)], index) ?? 'nobody'

const entries = (all: Definition, index: number, list: ListName): readonly Entry[] => {
  const question = from(questionsOf(all), index)
  return (question && listOf(question, list)) ?? []
}

/** A list that the question has, nearly always. */
const aList = (all: Definition, a: number, b: number): ListName =>
  from([...lists.filter((list) => entries(all, a, list).length > 0), ...lists.slice(0, b % 11 === 0 ? 4 : 0)], b) ??
  'choices'

const aValue = (all: Definition, a: number, b: number, c: number): string => {
  const entry = from(entries(all, a, aList(all, a, b)), c)
  return entry === undefined ? 'nothing' : valueOf(entry)
}

const spot = (all: Definition, index: number): Spot => {
  const holders = [
    ...all.pages.map(({ name }) => name),
    ...elementNames(all).filter((name) =>
      ['panel', 'paneldynamic'].includes(elementsByName(all).get(name)?.type ?? ''),
    ),
  ]
  switch (index % 4) {
    case 0:
      return { after: anElement(all, index) }
    case 1:
      return { before: anElement(all, index) }
    case 2:
      return { atEndOf: from(holders, index) ?? 'nobody' }
    default:
      return { atStartOf: from(holders, index) ?? 'nobody' }
  }
}

const ops: readonly Op[] = ['is', 'is-not', 'includes', 'excludes', 'answered', 'not-answered', 'at-least', 'at-most']

const aRule = (all: Definition, b: number, c: number): Rule => {
  const known = [...askables(all).values()]
  const conditions = [b, c].slice(0, 1 + (c % 2)).flatMap((index) => {
    const about = from(known, index)
    const op = from(ops, index + c) ?? 'is'
    if (about === undefined) return []
    const offered = answersTo(about).map(({ value }) => value)
    const values =
      op === 'answered' || op === 'not-answered' ? [] : op.startsWith('at') ? [c] : offered.slice(0, 1 + (b % 2))
    return [{ item: about.item, op, values }]
  })
  return { match: b % 2 === 0 ? 'all' : 'any', conditions }
}
