import { useState } from 'react'
import { Link } from 'wouter'
import { questionsOfProposed } from '../../survey/edit/add-pasted.ts'
import { newSurvey } from '../../survey/new-survey.ts'
import { useScreen } from '../frame/use-screen.ts'
import { PasteForm } from './paste-form.tsx'
import css from './start.module.css'
import { useStartDesign } from './use-start-design.ts'

/** A new survey out of pasted text. */
export const PastePage = () => {
  useScreen('Paste questions', 'paste')
  const [title, setTitle] = useState('')
  const { start, problem } = useStartDesign()

  return (
    <>
      <p>
        <Link href="/new">Back</Link>
      </p>
      <h1 tabIndex={-1}>Paste questions</h1>
      {problem === null ? null : (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      <PasteForm
        take={(proposed) =>
          // `section_1` is what the first section is called.
          void start((id) =>
            newSurvey(id, title.trim() || 'My survey', questionsOfProposed(proposed, new Set(['section_1']))),
          )
        }
      >
        <label htmlFor="paste-title" className={css.label}>
          Title of the survey
        </label>
        <input
          id="paste-title"
          type="text"
          className={css.field}
          autoComplete="off"
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </PasteForm>
    </>
  )
}
