import { Link } from 'wouter'
import { surveyTitle } from './survey-title.ts'
import { useQuery } from '../app/use-readable.ts'
import { useScreen } from '../frame/use-screen.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { AddList } from './add-list.tsx'
import { DrawForm } from './draw-form.tsx'
import { ClosingForm } from './closing-form.tsx'
import { OtherWays } from './other-ways.tsx'
import css from './population.module.css'
import { SendLetters } from './send-letters.tsx'
import { useLedger } from './use-ledger.ts'

/** Who a survey is for, and how it gets to them. */
export const PopulationPage = ({ survey }: { readonly survey: string }) => {
  const title = useQuery(surveyTitle, survey as SurveyId)
  const { read, act } = useLedger(survey)
  useScreen(title === null ? 'Send' : `Send – ${title}`, `send/${survey}`)
  return (
    <div className={css.page}>
      <h1 tabIndex={-1}>
        <span className={css.survey}>{title}</span>
        Send
      </h1>
      {read === null ? <p>Fetching the list</p> : read.ok ? null : <p role="alert">{read.reason}</p>}
      {read?.ok === true ? (
        <>
          {read.ledger === null ? null : (
            <p className={css.key}>
              <strong>{read.ledger.recipients.filter(({ asked }) => asked).length}</strong> of{' '}
              {read.ledger.recipients.filter(({ open }) => !open).length} on the list are asked.{' '}
              <Link href={`/returns/${survey}`}>See who has returned it</Link>
            </p>
          )}
          <AddList key={read.ledger?.recipients.length ?? 0} survey={survey} act={act} isFirst={read.ledger === null} />
          {read.ledger === null || read.ledger.recipients.length === 0 ? null : (
            <>
              <DrawForm ledger={read.ledger} act={act} />
              <ClosingForm ledger={read.ledger} act={act} />
              <SendLetters
                survey={survey}
                title={title ?? ''}
                ledger={read.ledger}
                canMail={read.canMail}
                sending={read.sending}
                act={act}
              />
            </>
          )}
          <OtherWays survey={survey} act={act} />
        </>
      ) : null}
    </div>
  )
}
