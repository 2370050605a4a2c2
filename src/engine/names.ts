import type { Choice, Definition, Element } from '../survey/definition.ts'
import { countItems } from '../survey/codebook.ts'
import { entryRange } from '../survey/entry-definition.ts'
import { innerOf } from '../survey/inner-elements.ts'
import { asChoice } from '../survey/text.ts'
import type { Finding } from './finding.ts'
import { limits } from '../survey/limits.ts'

/** Names that stand twice. Expressions find a name whatever its case, so `Role` and `role` are the same name here. */
export const doubledNames = (definition: Definition): readonly Finding[] => {
  const seen = new Set<string>()
  return placed(definition).flatMap(({ where, name }) => {
    const key = name.toLowerCase()
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    return [{ where, reason: `The name ${name} is used twice. Give each its own.` }]
  })
}

/** Repeated groups that need more entries than they can have. */
export const impossibleGroups = (definition: Definition): readonly Finding[] =>
  placed(definition).flatMap(({ where, element }) => {
    if (element?.type !== 'paneldynamic') return []
    const { least, most } = entryRange(element)
    return least <= most ? [] : [{ where, reason: `It needs ${least} entries and can have ${most}.` }]
  })

/** Questions called what expressions call an entry of a repeated group. */
export const namesOfEntries = (definition: Definition): readonly Finding[] =>
  placed(definition).flatMap(({ where, name, element }) =>
    element !== null && element.type !== 'panel' && name.toLowerCase() === 'panel'
      ? [{ where, reason: 'The name panel means an entry of a repeated group. Call the question something else.' }]
      : [],
  )

/** Choices, columns and rows of one question whose values stand twice, so that answers could not be told apart. */
export const doubledChoices = (definition: Definition): readonly Finding[] =>
  placed(definition).flatMap(({ where, element }) => {
    if (element === null) return []
    return lists(element).flatMap(({ member, values }) =>
      values.flatMap((value, index) =>
        values.indexOf(value) === index
          ? []
          : [{ where: `${where}.${member}[${index}]`, reason: `The value ${value} is used twice in one list.` }],
      ),
    )
  })

export const tooManyItems = (definition: Definition): readonly Finding[] => {
  const count = countItems(definition)
  return count <= limits.items
    ? []
    : [{ where: 'pages', reason: `There are ${count} questions and rows; at most ${limits.items} can be opened.` }]
}

interface Placed {
  readonly where: string
  readonly name: string
  readonly element: Element | null
}

const placed = (definition: Definition): readonly Placed[] =>
  definition.pages.flatMap((page, index) => [
    { where: `pages[${index}]`, name: page.name, element: null },
    ...placedIn(page.elements, `pages[${index}].elements`),
  ])

const placedIn = (elements: readonly Element[], inside: string): readonly Placed[] =>
  elements.flatMap((element, index) => {
    const where = `${inside}[${index}]`
    const own = { where, name: element.name, element }
    const member = element.type === 'paneldynamic' ? 'templateElements' : 'elements'
    return [own, ...placedIn(innerOf(element), `${where}.${member}`)]
  })

const valuesOf = (choices: readonly (Choice | string | number)[]): readonly string[] =>
  choices.map((choice) => String(asChoice(choice).value))

const lists = (element: Element): readonly { readonly member: string; readonly values: readonly string[] }[] => {
  switch (element.type) {
    case 'radiogroup':
    case 'checkbox':
      return [{ member: 'choices', values: valuesOf(element.choices) }]
    case 'rating':
      return [{ member: 'rateValues', values: valuesOf(element.rateValues) }]
    case 'matrix':
      return [
        { member: 'columns', values: valuesOf(element.columns) },
        { member: 'rows', values: valuesOf(element.rows) },
      ]
    case 'panel':
    case 'text':
    case 'comment':
    case 'paneldynamic':
    case 'file':
    case 'signaturepad':
      return []
    default:
      return element satisfies never
  }
}
