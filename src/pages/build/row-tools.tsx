import type { Definition } from '../../survey/definition.ts'
import { deleteElement } from '../../survey/edit/delete-element.ts'
import { duplicateElement } from '../../survey/edit/duplicate-element.ts'
import { moveElement, moveElementBy } from '../../survey/edit/move-element.ts'
import { addSection, deleteSection, moveSectionBy } from '../../survey/edit/sections.ts'
import type { Spot } from '../../survey/edit/spot.ts'
import { textIn } from '../../survey/text.ts'
import { withGaps } from '../../survey/text-parts.ts'
import css from './build.module.css'
import { openByKey } from './open-by-key.ts'
import { useDesign, useSession } from './session-context.ts'

interface RowToolsProps {
  readonly name: string
  readonly isSection: boolean
}

/** What can be done to the chosen row: move it, copy it, delete it. Everything can be undone, so nothing is asked. */
export const RowTools = ({ name, isSection }: RowToolsProps) => {
  const { edit } = useSession()
  const { definition } = useDesign()
  if (isSection) return <SectionTools name={name} />
  return (
    <fieldset className={css.tools} aria-label="The chosen question">
      <button type="button" id="tool-up" onClick={() => edit((survey) => moveElementBy(survey, name, 'up'))}>
        Up
      </button>
      <button type="button" id="tool-down" onClick={() => edit((survey) => moveElementBy(survey, name, 'down'))}>
        Down
      </button>
      <select
        id="tool-move-to"
        aria-label="Move to"
        value=""
        onKeyDown={openByKey}
        onChange={(event) => edit((survey) => moveElement(survey, name, readSpot(event.target.value)))}
      >
        <option value="">Move to</option>
        {spotsIn(definition, name).map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
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

/** The places in a list to pick from: the start of each section, and after each question that is not this one. */
const spotsIn = (
  definition: Definition,
  name: string,
): readonly { readonly value: string; readonly words: string }[] => {
  let number = 0
  return definition.pages.flatMap((page, index) => [
    { value: `start ${page.name}`, words: `Start of ${textIn(page.title) || `section ${index + 1}`}` },
    ...page.elements.flatMap((element) => {
      number += 1
      const words = withGaps(textIn(element.title)) || 'not worded yet'
      return element.name === name ? [] : [{ value: `after ${element.name}`, words: `After ${number}. ${words}` }]
    }),
  ])
}

const readSpot = (value: string): Spot => {
  const [where = '', name = ''] = value.split(' ')
  return where === 'start' ? { atStartOf: name } : { after: name }
}
