import { useId, useState } from 'react'
import css from './jump-list.module.css'
import type { SectionStanding } from './sections.ts'
import { useWords, type Words } from './words.ts'

interface JumpListProps {
  readonly sections: readonly SectionStanding[]
  /** The section on the screen by its name, or `check`. */
  readonly at: string
  readonly goTo: (page: number | 'check') => void
}

/** The sections of a form, how far each is, and a way to each: beside the form where there is room, behind a button where not. */
export const JumpList = ({ sections, at, goTo }: JumpListProps) => {
  const id = useId()
  const words = useWords()
  const { say } = words
  // Whoever goes on to the next section has done with the list.
  const [openAt, setOpenAt] = useState<string | null>(null)
  const open = openAt === at
  const go = (to: number | 'check'): void => {
    setOpenAt(null)
    goTo(to)
  }
  const done = sections.filter((section) => isDone(section)).length
  return (
    <nav className={css.nav} aria-label={say('sections')}>
      <button
        type="button"
        className={css.toggle}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpenAt(open ? null : at)}
      >
        {say('sectionsDone', { done, of: sections.length })}
      </button>
      <p className={css.heading}>{say('sectionsDone', { done, of: sections.length })}</p>
      <ol id={id} className={open ? css.list : css.closed}>
        {sections.map((section) => (
          <li key={section.name}>
            <button
              type="button"
              className={css.section}
              aria-current={section.name === at ? 'step' : undefined}
              onClick={() => go(section.page)}
            >
              <span className={css.title}>{section.title}</span>
              <span className={css.state} data-state={stateOf(section)}>
                {stateWords(section, words)}
              </span>
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            className={css.section}
            aria-current={at === 'check' ? 'step' : undefined}
            onClick={() => go('check')}
          >
            <span className={css.title}>{say('checkHeading')}</span>
          </button>
        </li>
      </ol>
    </nav>
  )
}

const isDone = ({ settled, asked, problems }: SectionStanding): boolean => settled === asked && problems === 0

const stateOf = (section: SectionStanding): 'problem' | 'done' | 'partly' | 'not-begun' => {
  if (section.problems > 0) return 'problem'
  if (isDone(section)) return 'done'
  return section.settled > 0 ? 'partly' : 'not-begun'
}

const stateWords = (section: SectionStanding, { say }: Words): string => {
  const state = stateOf(section)
  switch (state) {
    case 'problem':
      return say('sectionProblems', { n: section.problems })
    case 'done':
      return say('sectionDone')
    case 'partly':
      return say('sectionPartly', { settled: section.settled, of: section.asked })
    case 'not-begun':
      return say('sectionNotBegun')
    default:
      return state satisfies never
  }
}
