import { useDeferredValue, useState } from 'react'
import { PaperForm } from '../paper/paper-form.tsx'
import type { PreviewedWay } from '../preview/preview-message.ts'
import css from './side-pane.module.css'
import { CheckPane } from './check-pane.tsx'
import { EmptyTables } from './empty-tables.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { Preview } from './preview.tsx'
import { useDesign } from './session-context.ts'
import { WayChoice } from './way-choice.tsx'

const views = {
  phone: 'Phone',
  tablet: 'Tablet',
  paper: 'Paper',
  table: 'Table',
  check: 'Check',
  elsewhere: 'Elsewhere',
} as const

type View = keyof typeof views

/** Beside the editor: the form as people will see it, the table it will give, and what to look at before sharing. */
export const SidePane = ({ showEditor }: { readonly showEditor: () => void }) => {
  const { definition } = useDesign()
  const [view, setView] = useState<View>('phone')
  const [picked, setPicked] = useState('default')
  const [way, setWay] = useState<PreviewedWay>('family')
  const languages = definition.proforma.languages ?? []
  // A language may have been taken out meanwhile.
  const language = languages.includes(picked) ? picked : 'default'
  return (
    <section aria-label="Preview and check">
      <div className={css.views} role="tablist" aria-label="What to look at">
        {(Object.keys(views) as View[]).map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`view-${one}`}
            aria-selected={view === one}
            aria-controls="view-panel"
            tabIndex={view === one ? 0 : -1}
            onClick={() => setView(one)}
            onKeyDown={(event) => {
              const all = Object.keys(views) as View[]
              const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
              if (step === 0) return
              const next = all[(all.indexOf(one) + step + all.length) % all.length] ?? one
              setView(next)
              document.getElementById(`view-${next}`)?.focus()
            }}
          >
            {views[one]}
          </button>
        ))}
      </div>
      {view !== 'table' && view !== 'check' ? (
        <LanguageChoice languages={languages} value={language} onChange={setPicked} />
      ) : null}
      {view === 'phone' || view === 'tablet' ? <WayChoice value={way} onChange={setWay} /> : null}
      <div id="view-panel" role="tabpanel" aria-labelledby={`view-${view}`} className={css.view} tabIndex={0}>
        <Shown view={view} language={language} way={way} showEditor={showEditor} />
      </div>
    </section>
  )
}

interface ShownProps {
  readonly view: View
  readonly language: string
  readonly way: PreviewedWay
  readonly showEditor: () => void
}

const Shown = ({ view, language, way, showEditor }: ShownProps) => {
  const { definition, chosen } = useDesign()
  // Typing goes first: all of these may come a moment later.
  const settled = useDeferredValue(definition)
  switch (view) {
    case 'phone':
      return <Preview key={view} definition={settled} language={language} way={way} chosen={chosen} width={375} />
    case 'tablet':
      return <Preview key={view} definition={settled} language={language} way={way} chosen={chosen} width={820} />
    case 'paper':
      return <PaperForm definition={settled} language={language} headings={2} />
    case 'table':
      return <EmptyTables definition={settled} />
    case 'elsewhere':
      return (
        <>
          <p>As another program shows it that reads SurveyJS definitions. To take it there, press Save as a file.</p>
          <Preview
            key={view}
            definition={settled}
            language={language}
            way={way}
            chosen={chosen}
            width={375}
            look="surveyjs"
          />
        </>
      )
    case 'check':
      return <CheckPane showEditor={showEditor} />
    default:
      return view satisfies never
  }
}
