import type { Mark } from '../../response/marks.ts'
import type { Words } from './words.ts'

/** A mark as interviewers call it. */
export const markWords = (mark: Mark, { say }: Words): string => {
  switch (mark) {
    case 'refused':
      return say('declined')
    case 'dont-know':
      return say('couldNotAnswer')
    case 'not-asked':
      return say('notAsked')
    default:
      return mark satisfies never
  }
}
