import type { Definition, Element, Page } from '../survey/definition.ts'
import { questionsIn } from '../survey/questions.ts'
import type { Json } from '../survey/json.ts'
import { groupsOf } from '../survey/inner-elements.ts'
import { type Answers, isEmptyAnswer } from './answers.ts'
import type { Draft } from './draft.ts'
import { entriesOf } from './entries.ts'
import type { AskedPage, Filling } from './filling.ts'

/** A form that is filled in before the engine is there to route it. */
export interface WaitingFilling extends Filling {
  /** The engine has opened the form with what was typed till then: it hears what was typed since, and routes from now on. */
  readonly routeBy: (opened: Filling) => void
}

/**
 * Opens a form without an engine, at what is known of its pages: all of them as they were asked when the draft was last
 * saved, or the first, where no rule decides whether it and what stands on it are asked. Whoever holds it never has to
 * change to another: nothing that is typed can fall between the two.
 *
 * @param paged the survey in the pages that this form shows
 */
export const waitingFilling = (paged: Definition, draft: Pick<Draft, 'answers' | 'asked'>): WaitingFilling => {
  const kept = draft.asked !== undefined && areOf(paged, draft.asked) ? draft.asked : null
  const first = paged.pages[0]
  const certain = first === undefined ? null : askedWhatever(first)
  const asked = kept ?? (certain === null ? [] : [certain])
  const knows = kept !== null ? 'all-before' : certain !== null ? 'first' : 'nothing'
  // Inside a group, what hangs on an answer of the same entry comes with the engine.
  const innerQuestions = new Map(
    groupsOf(paged).map(({ name, templateElements }) => [name, new Set(templateElements.flatMap(unconditional))]),
  )
  const nothing: ReadonlySet<string> = new Set()
  const listeners = new Set<() => void>()
  let typed = draft.answers
  let routed: Filling | null = null
  let revision = 0

  const changed = (): void => {
    revision += 1
    for (const listener of listeners) listener()
  }

  return {
    get knows() {
      return routed?.knows ?? knows
    },
    typed: () => routed?.typed() ?? typed,
    asked: () => routed?.asked() ?? asked,
    askedInEntries: (group) =>
      routed?.askedInEntries(group) ??
      entriesOf(Object.hasOwn(typed, group) ? typed[group] : undefined).map(() => innerQuestions.get(group) ?? nothing),
    answer: (question, value) => {
      if (routed !== null) return routed.answer(question, value)
      typed = withAnswer(typed, question, value)
      return changed()
    },
    routeBy: (opened) => {
      for (const [question, value] of typedSince(opened.typed(), typed)) opened.answer(question, value)
      routed = opened
      routed.subscribe(changed)
      changed()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    revision: () => revision,
  }
}

/** An answer that nobody touched is the very same value. */
const typedSince = (before: Answers, now: Answers): readonly (readonly [string, Json | undefined])[] =>
  [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((question) => before[question] !== now[question])
    .map((question) => [question, now[question]])

const withAnswer = (typed: Answers, question: string, value: Json | undefined): Answers => {
  if (value !== undefined && !isEmptyAnswer(value)) return { ...typed, [question]: value }
  const { [question]: _, ...rest } = typed
  return rest
}

/** A page with what is asked on it whatever was answered before; null where a rule may hide all of it. */
const askedWhatever = (page: Page): AskedPage | null => {
  if (page.visibleIf !== undefined) return null
  const questions = page.elements.flatMap(unconditional)
  return questions.length === 0 ? null : { name: page.name, questions }
}

const unconditional = (element: Element): readonly string[] => {
  if (element.visibleIf !== undefined) return []
  return element.type === 'panel' ? element.elements.flatMap(unconditional) : [element.name]
}

/** Whether pages that were kept are pages of this survey still: a newer app may cut a survey into others. */
const areOf = (paged: Definition, asked: readonly AskedPage[]): boolean => {
  const pages = new Map(paged.pages.map((page) => [page.name, page]))
  return (
    asked.length > 0 &&
    asked.every(({ name, questions }) => {
      const page = pages.get(name)
      if (page === undefined) return false
      const there = new Set(questionsIn(page).map((question) => question.name))
      return questions.every((question) => there.has(question))
    })
  )
}
