import type { GroupQuestion } from '../../survey/definition.ts'
import { addQuestion } from '../../survey/edit/add-question.ts'
import { setEntryRange } from '../../survey/edit/entry-settings.ts'
import { reword } from '../../survey/edit/reword.ts'
import { eachOf } from '../../survey/entry-definition.ts'
import { limits } from '../../survey/limits.ts'
import { textIn } from '../../survey/text.ts'
import button from '../styles/button.module.css'
import { NumberField } from './number-field.tsx'
import { useSession } from './session-context.ts'
import { TextField } from './text-field.tsx'

/** What a repeated group is repeated for, how often, and a way to ask one thing more of each. */
export const EntriesEditor = ({ group }: { readonly group: GroupQuestion }) => {
  const { edit } = useSession()
  const { name, minPanelCount, maxPanelCount } = group
  const range = { least: minPanelCount ?? null, most: maxPanelCount ?? null }
  const keep = (end: 'least' | 'most') => (count: number | null) => {
    const edited = edit((survey) => setEntryRange(survey, name, { ...range, [end]: count }), `${name}.${end}`)
    return edited.ok ? null : edited.reason
  }
  const each = textIn(eachOf(group))
  return (
    <>
      <TextField
        label="What it is repeated for"
        hint="One of them: Child, Visit, Job"
        narrow
        value={textIn(group.proforma?.each)}
        onChange={(words) => edit((survey) => reword(survey, name, 'each', words), `${name}.each`)}
      />
      <NumberField
        label="At least"
        hint="Leave empty for none"
        mayBeEmpty
        value={minPanelCount ?? null}
        keep={keep('least')}
      />
      <NumberField
        label="At most"
        hint={`Up to ${limits.entries}`}
        mayBeEmpty
        value={maxPanelCount ?? null}
        keep={keep('most')}
      />
      <p>
        <button
          type="button"
          className={button.secondary}
          onClick={() => {
            edit((survey) => addQuestion(survey, 'short-text', { atEndOf: name }))
            requestAnimationFrame(() => document.getElementById('question-wording')?.focus())
          }}
        >
          Add a question for each: {each}
        </button>
      </p>
    </>
  )
}
