import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { DeviceDatabase } from '../../device/database.ts'
import { findByReference } from '../../device/find-by-reference.ts'
import { listVersions } from '../../device/versions.ts'
import { readReference } from '../../response/read-reference.ts'
import { liveVersions } from '../../survey/live-versions.ts'
import { textIn } from '../../survey/text.ts'
import { useQuery } from '../app/use-readable.ts'
import { ErrorSummary } from '../collect/error-summary.tsx'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import { FoundResponse } from './found-response.tsx'
import css from './withdraw.module.css'

/** Answers taken out for good, by the reference on their receipt. `reference` as it stands in the address. */
export const WithdrawPage = ({ reference }: { readonly reference: string | null }) => {
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState(reference ?? '')
  const [attempt, setAttempt] = useState(0)
  const [wrong, setWrong] = useState(false)
  const meant = reference === null ? null : readReference(reference)
  const title = 'Take answers out'
  useScreen(wrong ? `Error: ${title}` : title, 'withdraw')

  const find = (): void => {
    const read = readReference(typed)
    setWrong(read === null)
    if (read === null) return setAttempt(attempt + 1)
    setTyped(read)
    navigate(`/withdraw/${read}`, { replace: true })
  }

  return (
    <div className={css.withdraw}>
      <ErrorSummary attempt={wrong ? attempt : 0} problems={wrong ? [{ fieldId: 'reference', message }] : []} />
      <h1 tabIndex={-1}>{title}</h1>
      <p>
        Whoever gave answers can have them taken out at any time, and need not say why. You need the reference that they
        were given.
      </p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          find()
        }}
      >
        <label className={css.label} htmlFor="reference">
          Reference
        </label>
        <p id="reference-hint" className={css.hint}>
          It is on the receipt: 8 letters and figures, like K7TQ-3MXP.
        </p>
        {wrong ? (
          <p id="reference-error" className={css.error}>
            {message}
          </p>
        ) : null}
        <div className={button.row}>
          <input
            id="reference"
            className={css.field}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            aria-describedby={wrong ? 'reference-hint reference-error' : 'reference-hint'}
            aria-invalid={wrong ? true : undefined}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
          <button type="submit" className={meant === null ? button.primary : button.secondary}>
            Find the answers
          </button>
        </div>
      </form>
      {meant === null ? null : <Found key={meant} reference={meant} />}
      <p className={css.away}>
        <Link href="/outbox">Go to the Outbox</Link>
      </p>
    </div>
  )
}

const message = 'Reference must be 8 letters and figures, like K7TQ-3MXP'

const readFound = async (database: DeviceDatabase, reference: string) => {
  const [found, versions] = await Promise.all([findByReference(database, reference), listVersions(database)])
  const titles = new Map(liveVersions(versions).map(({ survey, definition }) => [survey, textIn(definition.title)]))
  return found.map((each) => ({ ...each, title: titles.get(each.survey) ?? each.survey }))
}

const Found = ({ reference }: { readonly reference: string }) => {
  const found = useQuery(readFound, reference)
  if (found === null) return null
  return (
    <section aria-live="polite" className={css.found}>
      {found.length === 0 ? (
        <>
          <h2>Nothing here has the reference {reference}</h2>
          <p>
            Look at its letters again. If they are right, the answers are on another device: take them out there, or
            send what waits there first.
          </p>
        </>
      ) : null}
      {found.map((each) => (
        <FoundResponse key={each.response} found={each} reference={reference} />
      ))}
    </section>
  )
}
