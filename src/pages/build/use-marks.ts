import { markedText, questionNumbers, textOfMarked } from '../../survey/answer-marks.ts'
import { plainText } from '../../survey/text-parts.ts'
import { useDesign } from './session-context.ts'

/** Both ways between a wording as it is kept and as a person edits it: see `answer-marks.ts`. */
export interface Marks {
  readonly shown: (text: string) => string
  readonly stored: (words: string) => string
}

/** The marks of the open survey, which name questions by the numbers they have now. */
export const useMarks = (): Marks => {
  const { definition } = useDesign()
  return {
    shown: (text) => (text.includes('{') ? markedText(text, questionNumbers(definition)) : text),
    stored: (words) => (words.includes('‹') ? textOfMarked(words, questionNumbers(definition)) : plainText(words)),
  }
}
