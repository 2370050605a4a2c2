import { useState } from 'react'
import { useScreen } from '../frame/use-screen.ts'
import { textIn } from '../../survey/text.ts'
import { AddQuestion } from './add-question.tsx'
import css from './builder.module.css'
import { Editor } from './editor.tsx'
import { LanguagesView } from './languages-view.tsx'
import { Notice } from './notice.tsx'
import { OpenDesign } from './open-design.tsx'
import { PaperView } from './paper-view.tsx'
import { PasteView } from './paste-view.tsx'
import { PublishView } from './publish-view.tsx'
import { QuestionList } from './question-list.tsx'
import { useDesign } from './session-context.ts'
import { SidePane } from './side-pane.tsx'
import { useKeptFocus } from './use-kept-focus.ts'
import { TopBar } from './top-bar.tsx'
import { TryView } from './try-view.tsx'

interface BuildPageProps {
  readonly survey: string
  /** As it stands in the address; null for the questions. */
  readonly view: string | null
}

/** A survey being designed: its questions, its languages, its paper form, its publishing. One undo list for all. */
export const BuildPage = ({ survey, view }: BuildPageProps) => (
  <OpenDesign key={survey} survey={survey}>
    <View survey={survey} view={view} />
  </OpenDesign>
)

const View = ({ survey, view }: BuildPageProps) => {
  useKeptFocus()
  switch (view) {
    case 'languages':
      return <LanguagesView survey={survey} />
    case 'paper':
      return <PaperView survey={survey} />
    case 'publish':
      return <PublishView survey={survey} />
    case 'paste':
      return <PasteView survey={survey} />
    case 'try':
      return <TryView survey={survey} />
    default:
      return <Builder survey={survey} />
  }
}

type Pane = 'list' | 'editor' | 'side'

const paneNames: { readonly [P in Pane]: string } = { list: 'Questions', editor: 'Edit', side: 'Preview' }

const Builder = ({ survey }: { readonly survey: string }) => {
  const { definition } = useDesign()
  const [pane, setPane] = useState<Pane>('editor')
  useScreen(`Build – ${textIn(definition.title)}`, 'build')
  return (
    <div className={css.builder} data-pane={pane}>
      <TopBar survey={survey} />
      <Notice />
      <div className={css.switch}>
        {(Object.keys(paneNames) as Pane[]).map((one) => (
          <button key={one} type="button" value={one} aria-pressed={pane === one} onClick={() => setPane(one)}>
            {paneNames[one]}
          </button>
        ))}
      </div>
      <div className={css.listPane}>
        <QuestionList />
        <AddQuestion onAdded={() => setPane('editor')} />
      </div>
      <div className={css.editorPane}>
        <Editor />
      </div>
      <div className={css.sidePane}>
        <SidePane showEditor={() => setPane('editor')} />
      </div>
    </div>
  )
}
