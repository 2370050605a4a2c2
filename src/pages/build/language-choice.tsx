import { useId } from 'react'
import css from './language-choice.module.css'
import field from './field.module.css'
import { languageNames } from './language-names.ts'

interface LanguageChoiceProps {
  /** The languages of the survey, by code, without the one it was written in. */
  readonly languages: readonly string[]
  /** A code, or `default` for the language it was written in. */
  readonly value: string
  readonly onChange: (language: string) => void
}

/** Which language a form is looked at in. Nothing where there is only one. */
export const LanguageChoice = ({ languages, value, onChange }: LanguageChoiceProps) => {
  const id = useId()
  if (languages.length === 0) return null
  return (
    <div className={css.language}>
      <label htmlFor={id}>Language</label>
      <select id={id} className={field.narrowField} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="default">Original</option>
        {languages.map((code) => (
          <option key={code} value={code}>
            {languageNames[code] ?? code}
          </option>
        ))}
      </select>
    </div>
  )
}
