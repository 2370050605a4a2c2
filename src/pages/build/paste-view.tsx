import { Link, useLocation } from 'wouter'
import { addPasted } from '../../survey/edit/add-pasted.ts'
import { useScreen } from '../frame/use-screen.ts'
import { PasteForm } from '../start/paste-form.tsx'
import { Notice } from './notice.tsx'
import { useDesign, useSession } from './session-context.ts'
import { spotAfter, spotInWords } from './spot-after.ts'

/** Pasted questions put into the open survey, where the next question would go. */
export const PasteView = ({ survey }: { readonly survey: string }) => {
  useScreen('Paste questions', 'paste-into')
  const { edit } = useSession()
  const { definition, chosen } = useDesign()
  const [, navigate] = useLocation()
  return (
    <>
      <p>
        <p>
          <Link href={`/build/${survey}`}>Back to the questions</Link>
        </p>
      </p>
      <h1 tabIndex={-1}>Paste questions</h1>
      <p>They are put in {spotInWords(definition, chosen)}.</p>
      <Notice />
      <PasteForm
        take={(proposed) => {
          if (edit((design) => addPasted(design, proposed, spotAfter(design, chosen))).ok) navigate(`/build/${survey}`)
        }}
      />
    </>
  )
}
