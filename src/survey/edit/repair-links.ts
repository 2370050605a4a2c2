import type { Definition, Element } from '../definition.ts'
import { withoutEntry } from '../entry-reference.ts'
import { mapElements } from '../map-elements.ts'
import { changeAnswersInText } from '../text-parts.ts'
import { mapTexts } from '../wordings.ts'
import type { Repaired } from './change-rules.ts'
import { withSettings } from './edit-question.ts'
import { named, quoted } from './named-in-words.ts'
import { changeText } from './set-text.ts'

/** Open-ended rows of a grid that is gone, or whose words are, become ordinary questions. */
export const unlinkOpenEnded = (definition: Definition, gone: ReadonlySet<string>): Repaired => {
  const notices: string[] = []
  const unlinked = mapElements(definition, (element): Element => {
    const link = element.type === 'panel' ? undefined : element.proforma?.openEnded
    if (element.type === 'panel' || link === undefined || !(gone.has(link.of) || gone.has(link.words))) return element
    notices.push(`${named(element)} is now a question of its own: what it answered for is gone.`)
    return withSettings(element, { openEnded: undefined })
  })
  return { definition: unlinked, notices }
}

/** Wordings that put in an answer that is gone get three dots in its place. */
export const gapAnswers = (definition: Definition, gone: ReadonlySet<string>): Repaired => {
  const notices: string[] = []
  const gapped = mapTexts(definition, (text) => {
    const next = changeText(text, (words) =>
      changeAnswersInText(words, (name) => (gone.has(withoutEntry(name)) ? { text: '…' } : { answerTo: name })),
    )
    if (next !== text)
      notices.push(`The wording ${quoted(typeof next === 'string' ? next : next.default)} has a gap now.`)
    return next
  })
  return { definition: gapped, notices }
}
