import type { Definition } from '../../survey/definition.ts'
import { offeredLanguages } from '../../survey/offered-languages.ts'
import { textDirection } from '../../survey/text-direction.ts'
import { ownLanguageName } from '../../survey/own-language-name.ts'
import { useWords } from '../collect/words.ts'
import css from './begin.module.css'

interface LanguageChoiceProps {
  readonly definition: Definition
  /** A code, or `default` for the language that the survey was written in. */
  readonly chosen: string
  readonly choose: (language: string) => void
}

/** The languages of a survey, each by its own name; nothing where there is one only. */
export const LanguageChoice = ({ definition, chosen, choose }: LanguageChoiceProps) => {
  const offered = offeredLanguages(definition)
  const { say } = useWords()
  if (offered.length < 2) return null
  return (
    <fieldset className={css.languages}>
      <legend>{say('formLanguage')}</legend>
      {offered.map(({ language, code }) => (
        <label key={language} className={css.language}>
          <input
            type="radio"
            name="language"
            value={language}
            checked={language === chosen}
            onChange={() => choose(language)}
          />
          <span lang={code} dir={textDirection(code)}>
            {ownLanguageName(code)}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
