import type { Definition } from '../../survey/definition.ts'
import { textIn } from '../../survey/text.ts'
import css from './form.module.css'
import { Wording } from './wording.tsx'
import { useWords } from './words.ts'

/** Who asks, why, how long it takes and what happens to the answers: told before the first question. */
export const AboutForm = ({ definition, language }: { readonly definition: Definition; readonly language: string }) => {
  const { say } = useWords()
  return (
    <section className={css.about} aria-label={textIn(definition.title, language)}>
      <p>
        <strong>
          <Wording text={definition.title} />.
        </strong>{' '}
        {say('minutes', { n: definition.proforma.minutes })}
      </p>
      {definition.description === undefined ? null : (
        <p>
          <Wording text={definition.description} />
        </p>
      )}
      <details>
        <summary>{say('about')}</summary>
        <p className={css.privacy}>
          <Wording text={definition.proforma.privacy} />
        </p>
      </details>
    </section>
  )
}
