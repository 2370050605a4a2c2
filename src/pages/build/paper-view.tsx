import { Link } from 'wouter'
import { useScreen } from '../frame/use-screen.ts'
import { PaperForm } from '../paper/paper-form.tsx'
import button from '../styles/button.module.css'
import { useDesign } from './session-context.ts'
import { wordsOfRules } from './words-of-rules.ts'

/** The blank form for paper, and a way to print it. */
export const PaperView = ({ survey }: { readonly survey: string }) => {
  useScreen('Blank form for paper', 'paper')
  const { definition } = useDesign()
  return (
    <>
      <div className="screen-only">
        <p>
          <Link href={`/build/${survey}`}>Back to the questions</Link>
        </p>
        <p>
          <button type="button" className={button.primary} onClick={() => window.print()}>
            Print or save as PDF
          </button>
        </p>
      </div>
      <PaperForm definition={definition} language="default" headings={1} ruleInWords={wordsOfRules(definition)} />
    </>
  )
}
