import { useState } from 'react'
import { Link } from 'wouter'
import { useScreen } from '../frame/use-screen.ts'
import { PaperForm } from '../paper/paper-form.tsx'
import button from '../styles/button.module.css'
import { LanguageChoice } from './language-choice.tsx'
import { useDesign } from './session-context.ts'

/** The blank form for paper, and a way to print it. */
export const PaperView = ({ survey }: { readonly survey: string }) => {
  useScreen('Blank form for paper', 'paper')
  const { definition } = useDesign()
  const [picked, setPicked] = useState('default')
  const languages = definition.proforma.languages ?? []
  // A language may have been taken out meanwhile.
  const language = languages.includes(picked) ? picked : 'default'
  return (
    <>
      <div className="screen-only">
        <p>
          <Link href={`/build/${survey}`}>Back to the questions</Link>
        </p>
        <LanguageChoice languages={languages} value={language} onChange={setPicked} />
        <p>
          <button type="button" className={button.primary} onClick={() => window.print()}>
            Print or save as PDF
          </button>
        </p>
      </div>
      <PaperForm definition={definition} language={language} headings={1} />
    </>
  )
}
