import type { ResponseId } from '../../response/revision.ts'
import { referenceOf } from '../../response/revision.ts'
import { useWords } from '../collect/words.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import css from './handover.module.css'

/** Nobody has touched the tablet for a while: nothing that was answered can be read. */
export const Waiting = () => {
  const { say } = useWords()
  useScreen(say('waitingHeading'), 'waiting')
  return (
    <>
      <h1 tabIndex={-1}>{say('waitingHeading')}</h1>
      <p>{say('waitingStaff')}</p>
    </>
  )
}

interface ThanksProps {
  readonly response: ResponseId
  readonly giveBack: () => void
}

/** The form was sent: its reference, to be written down, and nothing of what was answered. */
export const Thanks = ({ response, giveBack }: ThanksProps) => {
  const { say } = useWords()
  useScreen(say('receiptThanks'), 'thanks')
  return (
    <>
      <div className={css.panel}>
        <h1 tabIndex={-1}>{say('receiptThanks')}</h1>
        <p>
          {say('receiptReference')}
          <br />
          <strong className={css.reference}>{referenceOf(response)}</strong>
        </p>
      </div>
      <p>{say('receiptKeep')}</p>
      <button type="button" className={button.primary} onClick={giveBack}>
        {say('giveBack')}
      </button>
    </>
  )
}

/** Nothing of the form is left on this page; only staff can go on. */
export const GivenBack = () => {
  const { say } = useWords()
  useScreen(say('givenBackHeading'), 'given-back')
  return (
    <>
      <h1 tabIndex={-1}>{say('givenBackHeading')}</h1>
      <p>{say('givenBackSaved')}</p>
    </>
  )
}
