import type { Choice, Definition, Element, GroupQuestion, TextQuestion } from '../survey/definition.ts'
import { asChoice } from '../survey/text.ts'

/** A definition as survey-core reads it: without what is ours, and with the settings that this product stands on. */
export const surveyJson = (definition: Definition): { readonly pages: readonly object[] } => {
  const { proforma: _, pages, ...rest } = definition
  return {
    ...rest,
    ...settings,
    pages: pages.map((page) => ({ ...page, elements: page.elements.map(element) })),
  }
}

/**
 * Only `onHiddenContainer` routes chains rightly: the default leaves the answers of a hidden question in force.
 * Checking, paging buttons and headings are our own.
 */
const settings = {
  clearInvisibleValues: 'onHiddenContainer',
  textUpdateMode: 'onTyping',
  showCompletePage: false,
  showTitle: false,
  showPageTitles: false,
  showNavigationButtons: false,
  showQuestionNumbers: false,
  validationEnabled: false,
  autoFocusFirstQuestion: false,
  // A scroll box of its own would stand beside the page's.
  fitToContainer: false,
} as const

const element = (one: Element): object => {
  if (one.type === 'panel') return { ...one, elements: one.elements.map(element) }
  const { proforma: _, ...question } = one
  switch (question.type) {
    case 'radiogroup':
      return { ...unordered(question), choices: question.choices.map(choice) }
    case 'checkbox':
      return {
        ...unordered(question),
        choices: question.choices.map((box) => ({ ...choice(box), isExclusive: isExclusive(asChoice(box)) })),
      }
    case 'rating':
      return { ...question, autoGenerate: false, rateValues: question.rateValues.map(choice) }
    case 'matrix':
      return { ...unordered(question), columns: question.columns.map(choice), rows: question.rows.map(choice) }
    case 'text':
      // As text, whatever it is: survey-core commits numbers and dates on blur only, and a killed browser loses them.
      return plainText(question)
    case 'comment':
      return question
    case 'paneldynamic':
      return groupJson(question)
    case 'file':
    case 'signaturepad':
      // survey-core's own kinds upload, draw and change what they hold; this one holds a value as it is given.
      return { ...question, type: 'empty' }
    default:
      return question satisfies never
  }
}

/** How few or many entries there may be is ours to check: survey-core would add empty ones, as if they had been given. */
const groupJson = (group: Omit<GroupQuestion, 'proforma'>): object => {
  const { minPanelCount: _, maxPanelCount: __, ...rest } = group
  return { ...rest, templateElements: group.templateElements.map(element) }
}

/** A random order is ours to draw (`survey/shown-order.ts`): survey-core would put "Prefer not to say" among the rest. */
const unordered = (question: { readonly choicesOrder?: 'random'; readonly rowsOrder?: 'random' }): object => {
  const { choicesOrder: _, rowsOrder: __, ...rest } = question
  return rest
}

const plainText = (question: TextQuestion): object => {
  const { inputType: _, min: __, max: ___, ...rest } = question
  return rest
}

const choice = (one: Choice | string | number): object => {
  const { role: _, ...rest } = asChoice(one)
  return rest
}

/** "None of these" and "Prefer not to say" stand alone: ticking one unticks the rest. */
const isExclusive = (box: Choice): boolean => box.role !== undefined
