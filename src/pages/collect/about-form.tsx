import type { Definition } from '../../survey/definition.ts'
import { textIn } from '../../survey/text.ts'
import css from './form.module.css'
import { useWords } from './words.ts'

/** Who asks, why, how long it takes and what happens to the answers: told before the first question. */
export const AboutForm = ({ definition, language }: { readonly definition: Definition; readonly language: string }) => {
  const { say } = useWords()
  return (
    <section className={css.about} aria-label={textIn(definition.title, language)}>
      <p>
        <strong>{textIn(definition.title, language)}.</strong> {say('minutes', { n: definition.proforma.minutes })}
      </p>
      {definition.description === undefined ? null : <p>{textIn(definition.description, language)}</p>}
      <details>
        <summary>{say('about')}</summary>
        <p className={css.privacy}>{textIn(definition.proforma.privacy, language)}</p>
      </details>
    </section>
  )
}
