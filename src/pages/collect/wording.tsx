import { use } from 'react'
import type { Choice, Text } from '../../survey/definition.ts'
import { hasTextIn, textIn } from '../../survey/text.ts'
import { textDirection } from '../../survey/text-direction.ts'
import { baseLanguage } from './load-words.ts'
import { WordingContext } from './wording-context.ts'

/** A wording in the form's language. One that is not translated stands as it was written, and says in which language. */
export const Wording = ({ text }: { readonly text: Text | undefined }) => {
  const { language, original, around } = use(WordingContext)
  const words = textIn(text, language)
  const own = language !== 'default' && hasTextIn(text, language) ? language : original
  if (words === '' || baseLanguage(own) === baseLanguage(around)) return words
  return (
    <span lang={own} dir={textDirection(own)}>
      {words}
    </span>
  )
}

/** How a choice reads: a bare value is in no language. */
export const ChoiceWording = ({ choice }: { readonly choice: Choice }) =>
  choice.text === undefined ? String(choice.value) : <Wording text={choice.text} />
