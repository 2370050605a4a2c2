import type { Definition } from './definition.ts'
import { questionsOf } from './questions.ts'
import { type Wording, wordings } from './wordings.ts'

/** A wording with where a person finds it. */
export interface PlacedWording extends Wording {
  /** The page, panel or question it belongs to; null for the survey itself. */
  readonly element: string | null
  /** `title`, `description`, `privacy`, `prompts`, `unit`, `each`, `choices`, `columns`, `rows` or `rateValues`. */
  readonly part: string
  /** `Question 3, answer 2`. */
  readonly place: string
}

const called: { readonly [part: string]: string } = {
  title: '',
  description: ', hint',
  prompts: ', prompts for the interviewer',
  unit: ', unit',
  each: ', word for an entry',
  choices: ', answer',
  columns: ', answer',
  rateValues: ', answer',
  rows: ', row',
}

/** Every wording of a survey with where it stands, in the order it is read. */
export const placedWordings = (definition: Definition): readonly PlacedWording[] => {
  const questions = new Map(questionsOf(definition).map(({ name }, index) => [name, `Question ${index + 1}`]))
  const pages = new Map(definition.pages.map(({ name }, index) => [name, `Section ${index + 1}`]))
  const counts = new Map<string, number>()
  return wordings(definition).map((wording) => {
    if (wording.path.startsWith('@')) {
      const part = wording.path.slice(1)
      return { ...wording, element: null, part, place: `This survey, ${part === 'privacy' ? 'privacy text' : part}` }
    }
    const [element = '', part = '', ...value] = wording.path.split('.')
    const list = `${element}.${part}`
    const count = (counts.get(list) ?? 0) + 1
    counts.set(list, count)
    const named = questions.get(element) ?? pages.get(element) ?? 'A group of questions'
    return { ...wording, element, part, place: `${named}${called[part] ?? ''}${value.length > 0 ? ` ${count}` : ''}` }
  })
}
