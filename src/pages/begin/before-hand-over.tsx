import { useEffect, useId, useRef } from 'react'
import { Link } from 'wouter'
import { browserPorts, type FieldWorkWarning, fieldWorkWarnings, readFieldWorkFacts } from '../../device/field-work.ts'
import type { DeviceDatabase } from '../../device/database.ts'
import { hasPin } from '../../device/pin.ts'
import { PinForm } from '../handover/pin-form.tsx'
import button from '../styles/button.module.css'
import css from './begin.module.css'

/** What stands between staff and the cover. */
export interface Hindrances {
  readonly needsPin: boolean
  readonly warnings: readonly FieldWorkWarning[]
}

/** Null where nothing does: a PIN is set, and this browser is fit for a family's answers or staff have said yes. */
export const readHindrances = async (database: DeviceDatabase, confirmed: boolean): Promise<Hindrances | null> => {
  const facts = await readFieldWorkFacts(browserPorts())
  const warnings = fieldWorkWarnings(facts).filter(({ stops }) => stops === 'yes' || (stops !== 'no' && !confirmed))
  const needsPin = !(await hasPin(database))
  return needsPin || warnings.length > 0 ? { needsPin, warnings } : null
}

interface BeforeHandOverProps {
  readonly hindrances: Hindrances
  /** Tries again; `confirmed` says that staff have read the warnings. */
  readonly goOn: (confirmed: boolean) => void
  readonly goBack: () => void
  /** On the button that goes back. */
  readonly back?: string
}

/** What is to be done before a family gets this tablet. */
export const BeforeHandOver = ({
  hindrances: { needsPin, warnings },
  goOn,
  goBack,
  back = 'Choose another way',
}: BeforeHandOverProps) => {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  // It stands where the button was that brought it.
  useEffect(() => heading.current?.focus(), [])
  const refused = warnings.some(({ stops }) => stops === 'yes')
  return (
    <section aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        Before you hand the tablet over
      </h2>
      {warnings.map(({ kind, words }) => (
        <p key={kind} className={css.warning}>
          {words}
        </p>
      ))}
      {refused ? null : needsPin ? (
        <>
          <p>Set a staff PIN. The tablet stays on the form until it is entered.</p>
          <PinForm asks={null} onSet={() => goOn(false)} />
        </>
      ) : (
        <button type="button" className={button.primary} onClick={() => goOn(true)}>
          Hand it over all the same
        </button>
      )}
      <p className={css.keepOpen}>
        A web app cannot switch off the Home button.{' '}
        <Link href="/settings/keep-open">How to keep a tablet on the form</Link>
      </p>
      <button type="button" className={button.quiet} onClick={goBack}>
        {back}
      </button>
    </section>
  )
}
