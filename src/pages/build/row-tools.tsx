import { deleteElement } from '../../survey/edit/delete-element.ts'
import { duplicateElement } from '../../survey/edit/duplicate-element.ts'
import { moveElementBy } from '../../survey/edit/move-element.ts'
import { addSection, deleteSection, moveSectionBy } from '../../survey/edit/sections.ts'
import css from './row-tools.module.css'
import { MoveTo } from './move-to.tsx'
import { useSession } from './session-context.ts'

interface RowToolsProps {
  readonly name: string
  readonly isSection: boolean
}

/** What can be done to the chosen row: move it, copy it, delete it. Everything can be undone, so nothing is asked. */
export const RowTools = ({ name, isSection }: RowToolsProps) => {
  const { edit } = useSession()
  if (isSection) return <SectionTools name={name} />
  return (
    <fieldset className={css.tools} aria-label="The chosen question">
      <button type="button" id="tool-up" onClick={() => edit((survey) => moveElementBy(survey, name, 'up'))}>
        Up
      </button>
      <button type="button" id="tool-down" onClick={() => edit((survey) => moveElementBy(survey, name, 'down'))}>
        Down
      </button>
      <MoveTo name={name} />
      <button type="button" onClick={() => edit((survey) => duplicateElement(survey, name))}>
        Copy
      </button>
      <button type="button" onClick={() => edit((survey) => deleteElement(survey, name))}>
        Delete
      </button>
    </fieldset>
  )
}

const SectionTools = ({ name }: { readonly name: string }) => {
  const { edit } = useSession()
  return (
    <fieldset className={css.tools} aria-label="The chosen section">
      <button type="button" id="tool-up" onClick={() => edit((survey) => moveSectionBy(survey, name, 'up'))}>
        Up
      </button>
      <button type="button" id="tool-down" onClick={() => edit((survey) => moveSectionBy(survey, name, 'down'))}>
        Down
      </button>
      <button type="button" onClick={() => edit((survey) => addSection(survey, name))}>
        Add section
      </button>
      <button type="button" onClick={() => edit((survey) => deleteSection(survey, name))}>
        Delete section
      </button>
    </fieldset>
  )
}
