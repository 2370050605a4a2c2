import type { Definition } from '../definition.ts'
import { entryReference, withoutEntry } from '../entry-reference.ts'
import { groupAround } from '../inner-elements.ts'
import { changeAnswersInText } from '../text-parts.ts'
import { mapTexts } from '../wordings.ts'
import { changeExpressions } from './change-rules.ts'
import { changeText } from './set-text.ts'

/**
 * A survey in which rules and wordings speak of these questions as they must where they stand now: `{panel.age}` in a
 * repeated group, `{age}` outside one. The very same survey where they do.
 */
export const pointAtEntries = (definition: Definition, questions: readonly string[]): Definition => {
  const references = new Map(
    questions.map((name) => [name, groupAround(definition, name) === null ? name : entryReference(name)]),
  )
  const ruled = changeExpressions(definition, (expression) =>
    expression.replaceAll(
      /(\{\s*)((?:panel\.)?)([A-Za-z]\w*)/g,
      (whole, brace: string, _entry: string, name: string) => {
        const next = references.get(name)
        return next === undefined ? whole : `${brace}${next}`
      },
    ),
  )
  return mapTexts(ruled, (text) =>
    changeText(text, (words) =>
      changeAnswersInText(words, (reference) => ({ answerTo: references.get(withoutEntry(reference)) ?? reference })),
    ),
  )
}
