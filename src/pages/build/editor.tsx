import { findElement, findPage } from '../../survey/edit/locate.ts'
import { questionsOf } from '../../survey/questions.ts'
import css from './editor.module.css'
import { GroupEditor } from './group-editor.tsx'
import { QuestionEditor } from './question-editor.tsx'
import { useDesign } from './session-context.ts'
import { SurveySettingsEditor } from './survey-settings-editor.tsx'

/** Whatever is chosen in the list, open to be edited. */
export const Editor = () => {
  const { definition, chosen } = useDesign()
  const element = chosen === null ? undefined : findElement(definition, chosen)
  const page = chosen === null ? undefined : findPage(definition, chosen)
  return (
    <section aria-labelledby="editor-heading">
      <h2 id="editor-heading" tabIndex={-1} className={css.editorHeading}>
        {element === undefined
          ? page === undefined
            ? 'Title, privacy and settings'
            : 'Section'
          : element.type === 'panel'
            ? 'Group of questions'
            : `Question ${questionsOf(definition).findIndex(({ name }) => name === element.name) + 1}`}
      </h2>
      {element === undefined ? (
        page === undefined ? (
          <SurveySettingsEditor definition={definition} />
        ) : (
          <GroupEditor key={page.name} part={page} />
        )
      ) : element.type === 'panel' ? (
        <GroupEditor key={element.name} part={element} />
      ) : (
        <QuestionEditor key={element.name} question={element} />
      )}
    </section>
  )
}
