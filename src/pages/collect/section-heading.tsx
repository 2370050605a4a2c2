import type { Page, Text } from '../../survey/definition.ts'
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

interface PageHeadingProps {
  readonly title: Text | undefined
  /** The words that the section begins with; nothing on its further pages, and where it has none. */
  readonly description: Text | undefined
}

/** The heading of a screen on which several questions stand: the section they belong to. */
export const PageHeading = ({ title, description }: PageHeadingProps) => (
  <div className={css.page}>
    <h1 tabIndex={-1} aria-describedby={description === undefined ? undefined : sectionTextId}>
      <Wording text={title} />
    </h1>
    {description === undefined ? null : (
      <p id={sectionTextId} className={css.text}>
        <Wording text={description} />
      </p>
    )}
  </div>
)

/** There is one on a screen at most. */
export const sectionTextId = 'section-text'
