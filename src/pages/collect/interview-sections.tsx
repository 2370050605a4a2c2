import type { Filling } from '../../response/filling.ts'
import type { Definition } from '../../survey/definition.ts'
import { JumpList } from './jump-list.tsx'
import type { ShownPage } from './paging.ts'
import { useMarks, useRemarks } from './remarks.ts'
import { isOfSection, sectionsOf } from './sections.ts'

interface InterviewSectionsProps {
  readonly filling: Filling
  readonly definition: Definition
  readonly pages: readonly ShownPage[]
  readonly language: string
  /** Where the form stands: a page, from 0, or the check. */
  readonly step: number | 'check'
  readonly goTo: (step: number | 'check') => void
}

/** The list of sections that an interviewer jumps by. Families and links go from one question to the next. */
export const InterviewSections = ({ filling, definition, pages, language, step, goTo }: InterviewSectionsProps) => {
  const remarks = useRemarks()
  const marks = useMarks()
  if (remarks === null) return null
  const sections = sectionsOf(definition, pages, filling.typed(), marks, language)
  const here = step === 'check' ? undefined : sections.find(({ name }) => isOfSection(pages[step], name))
  return <JumpList sections={sections} at={step === 'check' ? 'check' : (here?.name ?? '')} goTo={goTo} />
}
