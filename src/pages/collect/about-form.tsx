import type { Definition } from '../../survey/definition.ts'
import { textIn } from '../../survey/text.ts'
import css from './form.module.css'
import { words } from './words.ts'

/** Who asks, why, how long it takes and what happens to the answers: told before the first question. */
export const AboutForm = ({ definition, language }: { readonly definition: Definition; readonly language: string }) => (
  <section className={css.about} aria-label={textIn(definition.title, language)}>
    <p>
      <strong>{textIn(definition.title, language)}.</strong> {words.minutes(definition.proforma.minutes)}
    </p>
    {definition.description === undefined ? null : <p>{textIn(definition.description, language)}</p>}
    <details>
      <summary>{words.about}</summary>
      <p className={css.privacy}>{textIn(definition.proforma.privacy, language)}</p>
    </details>
  </section>
)
