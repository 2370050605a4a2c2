import { type ReactNode, useEffect, useMemo, useState } from 'react'
import type { Definition } from '../../survey/definition.ts'
import { languageCode } from '../../survey/offered-languages.ts'
import { textDirection } from '../../survey/text-direction.ts'
import { baseLanguage, loadWords } from './load-words.ts'
import { WordingContext } from './wording-context.ts'
import { englishWords, type Words, WordsContext } from './words.ts'

interface FormLanguageProps {
  readonly definition: Pick<Definition, 'locale'>
  /** A code, or `default` for the language the survey was written in. */
  readonly language: string
  readonly children: ReactNode
}

/** Part of a form in its language: the form's own words in it, and which way it runs. */
export const FormLanguage = ({ definition, language, children }: FormLanguageProps) => {
  const code = languageCode(definition, language)
  const words = useWordsIn(code)
  const original = languageCode(definition, 'default')
  const around = words?.language ?? ''
  const wording = useMemo(() => ({ language, original, around }), [language, original, around])
  if (words === null) return null
  return (
    <WordsContext value={words}>
      <WordingContext value={wording}>
        {/* English is what the page is in anyway. */}
        <div lang={words.language === 'en' ? undefined : words.language} dir={textDirection(code)}>
          {children}
        </div>
      </WordingContext>
    </WordsContext>
  )
}

/** Null only before the first words are there: a change of language keeps the old ones until the new have come. */
const useWordsIn = (code: string): Words | null => {
  const [words, setWords] = useState(() => (baseLanguage(code) === 'en' ? englishWords : null))
  useEffect(() => {
    let current = true
    const load = async (): Promise<void> => {
      const loaded = await loadWords(code)
      if (current) setWords(loaded)
    }
    void load()
    return () => {
      current = false
    }
  }, [code])
  return words
}
