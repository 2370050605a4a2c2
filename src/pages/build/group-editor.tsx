import type { Page, Panel } from '../../survey/definition.ts'
import { reword } from '../../survey/edit/reword.ts'
import { textIn } from '../../survey/text.ts'
import { RuleEditor } from './rule-editor.tsx'
import { useSession } from './session-context.ts'
import { WordingField } from './wording-field.tsx'

/** A section or a group: its heading, the words under it, and who is asked. */
export const GroupEditor = ({ part }: { readonly part: Page | Panel }) => {
  const { edit } = useSession()
  const { name } = part
  return (
    <>
      <WordingField
        part={name}
        id="group-heading"
        label="Heading"
        value={textIn(part.title)}
        onChange={(words, isStep) =>
          edit((survey) => reword(survey, name, 'title', words), isStep ? undefined : `${name}.title`)
        }
      />
      <WordingField
        part={name}
        id="group-text"
        label="Text under the heading"
        lines={3}
        value={textIn(part.description)}
        onChange={(words, isStep) =>
          edit((survey) => reword(survey, name, 'description', words), isStep ? undefined : `${name}.description`)
        }
      />
      <RuleEditor key={name} part={part} />
    </>
  )
}
