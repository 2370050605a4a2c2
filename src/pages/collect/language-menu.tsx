import { useRef } from 'react'
import type { Definition } from '../../survey/definition.ts'
import { offeredLanguages } from '../../survey/offered-languages.ts'
import { ownLanguageName } from '../../survey/own-language-name.ts'
import { textDirection } from '../../survey/text-direction.ts'
import css from './form-bar.module.css'
import { useWords } from './words.ts'

interface LanguageMenuProps {
  readonly definition: Definition
  /** A code, or `default` for the language the survey was written in. */
  readonly language: string
  readonly onLanguage: (language: string) => void
}

/** The languages of a form, each by its own name. Nothing where there is one only. */
export const LanguageMenu = ({ definition, language, onLanguage }: LanguageMenuProps) => {
  const { say } = useWords()
  const box = useRef<HTMLDetailsElement>(null)
  const offered = offeredLanguages(definition)
  if (offered.length < 2) return null
  const chosen = offered.find((one) => one.language === language)?.code ?? language
  const close = (): void => {
    box.current?.removeAttribute('open')
    box.current?.querySelector('summary')?.focus()
  }
  return (
    <details ref={box} className={css.menu}>
      <summary className={css.chosen}>
        <Globe />
        <span className="visually-hidden">{say('language')}: </span>
        <Name code={chosen} />
      </summary>
      <ul className={css.languages}>
        {offered.map((one) => (
          <li key={one.language}>
            <button
              type="button"
              className={css.language}
              aria-current={one.language === language ? 'true' : undefined}
              onClick={() => {
                onLanguage(one.language)
                close()
              }}
            >
              <Name code={one.code} />
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}

const Name = ({ code }: { readonly code: string }) => (
  <span lang={code} dir={textDirection(code)}>
    {ownLanguageName(code)}
  </span>
)

/** Known by those who cannot read the language that is chosen. */
const Globe = () => (
  <svg
    width="24"
    height="24"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.75"
    aria-hidden="true"
  >
    <circle cx="12" cy="12" r="9" />
    <ellipse cx="12" cy="12" rx="4" ry="9" />
    <path d="M3.5 9h17M3.5 15h17" />
  </svg>
)
