import type { Page } from '../../survey/definition.ts'
import { textIn } from '../../survey/text.ts'
import css from './section-heading.module.css'
import { Wording } from './wording.tsx'

/** The words that a section begins with, above its first question. They also describe that question's heading. */
export const SectionHeading = ({ section, language }: { readonly section: Page; readonly language: string }) => {
  const title = textIn(section.title, language)
  const description = textIn(section.description, language)
  return (
    <div id={sectionTextId} className={css.section}>
      {title === '' ? null : (
        <p className={css.title}>
          <Wording text={section.title} />
        </p>
      )}
      {description === '' ? null : (
        <p className={css.text}>
          <Wording text={section.description} />
        </p>
      )}
    </div>
  )
}

/** There is one on a screen at most. */
export const sectionTextId = 'section-text'
