import { useState } from 'react'
import { useLocation } from 'wouter'
import { startAmendment } from '../../device/drafts.ts'
import type { Revision } from '../../response/revision.ts'
import type { Definition } from '../../survey/definition.ts'
import { useDevice } from '../app/device-context.ts'
import button from '../styles/button.module.css'
import { loadEngineParts } from './engine-parts.ts'
import css from './receipt.module.css'
import { useWords } from './words.ts'

interface CorrectAnswersProps {
  readonly returned: Revision
  readonly definition: Definition
}

/** Opens a return again at its check. What is sent then takes its place; the first one is kept. */
export const CorrectAnswers = ({ returned, definition }: CorrectAnswersProps) => {
  const { database, clock, newId } = useDevice()
  const { say } = useWords()
  const [, navigate] = useLocation()
  const [problem, setProblem] = useState<string | null>(null)

  const correct = async (): Promise<void> => {
    const parts = await loadEngineParts().catch(() => null)
    if (parts === null) return setProblem('A part of the app is not on this device. Try again with a network.')
    const marks = returned.way === 'interviewer' ? parts.marksOf(definition, returned) : {}
    const begun = await startAmendment(database, returned, marks, clock, newId)
    if (begun.ok) navigate(`/collect/${returned.response}/check`)
    else setProblem(begun.reason)
  }

  return (
    <div className={css.correct}>
      <button type="button" className={button.quiet} onClick={() => void correct()}>
        {say('receiptCorrect')}
      </button>
      {problem === null ? null : (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
    </div>
  )
}
