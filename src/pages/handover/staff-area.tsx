import { type ReactNode, useState } from 'react'
import type { StaffChoice } from '../../device/hand-over.ts'
import type { StaffPin as RightPin } from '../../device/pin.ts'
import { readTabletName } from '../../device/tablet-name.ts'
import type { LockPhase } from '../../device/tablet-row.ts'
import { useQuery } from '../app/use-readable.ts'
import { FormLanguage } from '../collect/form-language.tsx'
import { useWords } from '../collect/words.ts'
import { useFormTextSize } from '../frame/use-form-text-size.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import css from './handover.module.css'
import { languageOf, type Shown } from './shown.ts'
import { StaffPin } from './staff-pin.tsx'

interface StaffAreaProps {
  readonly shown: Shown
  /** Why something could not be done, in a sentence. */
  readonly problem: string | null
  readonly choose: (staff: RightPin, choice: StaffChoice) => Promise<void>
  /** What the family sees. */
  readonly children: ReactNode
}

/** A small button beside what the family sees, a PIN, and what staff may do then. */
export const StaffArea = ({ shown: { phase, handed }, problem, choose, children }: StaffAreaProps) => {
  const [asking, setAsking] = useState(false)
  const [staff, setStaff] = useState<RightPin | null>(null)
  const { language } = languageOf(handed)
  const definition = handed.definition ?? {}
  useFormTextSize()

  const right = (unlocked: RightPin): void => {
    // There is no form to carry on with.
    if (phase === 'given-back' || phase === 'thanks') void choose(unlocked, 'leave')
    else setStaff(unlocked)
  }
  const carryOn = async (unlocked: RightPin, choice: StaffChoice): Promise<void> => {
    await choose(unlocked, choice)
    setStaff(null)
    setAsking(false)
  }

  if (staff !== null) return <Choices problem={problem} choose={(choice) => void carryOn(staff, choice)} />
  if (asking)
    return (
      <StaffMain title="Staff">
        <StaffPin onRight={right} />
        <FormLanguage definition={definition} language={language}>
          <BackToForm onBack={() => setAsking(false)} />
        </FormLanguage>
      </StaffMain>
    )
  const resting = waitsForStaff(phase)
  return (
    <main className={css.locked}>
      <FormLanguage definition={definition} language={language}>
        {children}
      </FormLanguage>
      {problem === null ? null : (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      <div className={css.staff}>
        {resting ? (
          <>
            <NameOfTablet />
            <StaffPin onRight={right} />
          </>
        ) : (
          <FormLanguage definition={definition} language={language}>
            <CallStaff onCall={() => setAsking(true)} />
          </FormLanguage>
        )}
      </div>
    </main>
  )
}

/** Which of the tablets on the table it is. */
const NameOfTablet = () => {
  const name = useQuery(readTabletName, undefined)
  return name === null || name === '' ? null : <p className={css.tablet}>{name}</p>
}

const BackToForm = ({ onBack }: { readonly onBack: () => void }) => (
  <button type="button" className={`${button.quiet} ${css.backToForm}`} onClick={onBack}>
    {useWords().say('backToForm')}
  </button>
)

const CallStaff = ({ onCall }: { readonly onCall: () => void }) => (
  <button type="button" className={css.call} onClick={onCall}>
    {useWords().say('staffOnly')}
  </button>
)

const waitsForStaff = (phase: LockPhase): boolean => phase === 'waiting' || phase === 'given-back'

interface ChoicesProps {
  readonly problem: string | null
  readonly choose: (choice: StaffChoice) => void
}

const Choices = ({ problem, choose }: ChoicesProps) => (
  <StaffMain title="What happens with this form?">
    {problem === null ? null : (
      <p role="alert" className={css.problem}>
        {problem}
      </p>
    )}
    <Choice id="carry-on" words="Carry on with the family" hint="They go on where they were." choose={choose} />
    <Choice
      id="take-over"
      words="Take over as interviewer"
      hint="You ask the questions from here. The tablet is unlocked."
      choose={choose}
    />
    <Choice
      id="leave"
      words="Leave the form"
      hint="What was answered is kept under Carry on. The tablet is unlocked."
      choose={choose}
    />
  </StaffMain>
)

interface ChoiceProps {
  readonly id: StaffChoice
  readonly words: string
  readonly hint: string
  readonly choose: (choice: StaffChoice) => void
}

const Choice = ({ id, words: label, hint, choose }: ChoiceProps) => (
  <div className={css.choice}>
    <button
      type="button"
      className={id === 'carry-on' ? button.primary : button.secondary}
      aria-describedby={`choice-${id}`}
      onClick={() => choose(id)}
    >
      {label}
    </button>
    <p id={`choice-${id}`}>{hint}</p>
  </div>
)

const StaffMain = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => {
  useScreen(title, title)
  return (
    <main className={css.locked} lang="en-GB">
      <h1 tabIndex={-1}>{title}</h1>
      {children}
    </main>
  )
}
