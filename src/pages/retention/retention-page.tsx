import { useId, useState } from 'react'
import { Link } from 'wouter'
import type { Retention } from '../../protocol/retention.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { useQuery } from '../app/use-readable.ts'
import { localDayOf } from '../frame/dates.ts'
import { useScreen } from '../frame/use-screen.ts'
import { ask } from '../people/ask.ts'
import { useAsked } from '../people/use-asked.ts'
import css from '../population/population.module.css'
import { surveyTitle } from '../population/survey-title.ts'
import button from '../styles/button.module.css'

/** How long the answers of a survey are kept, and which of them go when. */
export const RetentionPage = ({ survey }: { readonly survey: string }) => {
  const title = useQuery(surveyTitle, survey as SurveyId)
  const { asked, again } = useAsked<Retention>(`retention/${survey}`)
  useScreen(
    title === null ? 'How long answers are kept' : `How long answers are kept – ${title}`,
    `retention/${survey}`,
  )
  return (
    <div className={css.page}>
      <h1 tabIndex={-1}>
        <span className={css.survey}>{title}</span>
        How long answers are kept
      </h1>
      {asked === null ? <p>Asking the server</p> : null}
      {asked?.ok === false ? (
        <>
          <p role="alert">{asked.reason}</p>
          <button type="button" className={button.secondary} onClick={again}>
            Try again
          </button>
        </>
      ) : null}
      {asked?.ok === true ? <Choice survey={survey} kept={asked.value} /> : null}
      <p>
        <Link href={`/build/${survey}/publish`}>Back to publishing</Link>
      </p>
    </div>
  )
}

/** Months that are offered; whatever else was decided is offered beside them. */
const offered = [1, 3, 6, 12, 18, 24, 36, 60, 84, 120]

const Choice = ({ survey, kept }: { readonly survey: string; readonly kept: Retention }) => {
  const id = useId()
  const [held, setHeld] = useState(kept)
  const [chosen, setChosen] = useState(kept.months)
  const [would, setWould] = useState<Retention | null>(kept)
  const [told, setTold] = useState<{ readonly ok: boolean; readonly words: string } | null>(null)

  const choose = async (months: number | null): Promise<void> => {
    setChosen(months)
    setTold(null)
    setWould(months === null ? { ...held, goes: [] } : null)
    if (months === null) return
    const tried = await ask<Retention>(`retention/${survey}?months=${months}`)
    if (tried.ok) setWould(tried.value)
    else setTold({ ok: false, words: `What would go cannot be said. ${tried.reason}` })
  }

  const decide = async (): Promise<void> => {
    setTold(null)
    const done = await ask<Retention>(`retention/${survey}`, { months: chosen })
    if (!done.ok) return setTold({ ok: false, words: `Nothing was changed. ${done.reason}` })
    setHeld(done.value)
    setWould(done.value)
    setTold({ ok: true, words: `Saved. ${decided(chosen)}` })
  }

  return (
    <>
      <p className={css.key}>
        <strong>{held.months === null ? 'Until somebody takes them out' : spanOf(held.months)}</strong>
      </p>
      <p>
        {held.months === null ? 'Nobody has decided how long they are kept.' : decided(held.months)}{' '}
        {held.answers === 0
          ? 'There are no answers on the server.'
          : `There ${held.answers === 1 ? 'is 1 answer' : `are ${held.answers} answers`} on the server.`}
      </p>
      <div className={css.fields}>
        <label htmlFor={id}>Keep answers for</label>
        <select
          id={id}
          className={css.short}
          value={chosen ?? ''}
          onChange={(event) => void choose(event.target.value === '' ? null : Number(event.target.value))}
        >
          <option value="">as long as nobody takes them out</option>
          {[...new Set([...offered, held.months ?? 12])]
            .toSorted((a, b) => a - b)
            .map((months) => (
              <option key={months} value={months}>
                {spanOf(months)}
              </option>
            ))}
        </select>
      </div>
      <section aria-labelledby={`${id}-goes`}>
        <h2 id={`${id}-goes`}>{chosen === held.months ? 'What goes when' : 'What would go when'}</h2>
        {would === null ? null : <Goes goes={would.goes} months={chosen} />}
      </section>
      <button
        type="button"
        className={button.primary}
        aria-disabled={chosen === held.months ? true : undefined}
        onClick={() =>
          chosen === held.months ? setTold({ ok: false, words: 'That is what holds already.' }) : void decide()
        }
      >
        {chosen === null ? 'Keep answers until they are taken out' : `Keep answers for ${spanOf(chosen)}`}
      </button>
      <output className={told?.ok === false ? css.problem : undefined}>{told?.words}</output>
      <h2>What goes, and what stays</h2>
      <p>
        The answers go from the server with their photos and drawings, and from each device when it next sends. What was
        kept aside and what somebody began by a link goes with them. It cannot be undone.
      </p>
      <p>
        Frozen tables stay. So does how many answers there were, and who was asked. Answers that are still to be sent
        stay on their device until they are sent. A backup made before has them for as long as it is kept, but a server
        that is restored from it takes them out again. Whoever answered by a link keeps what their own browser kept.
      </p>
    </>
  )
}

const Goes = ({ goes, months }: { readonly goes: Retention['goes']; readonly months: number | null }) => {
  if (months === null) return <p>Nothing goes by itself.</p>
  if (goes.length === 0)
    return <p>No answers are there yet. Those that come in a month go {spanOf(months)} after it.</p>
  return (
    <ul>
      {goes.map(({ on, answers }) => (
        <li key={on}>
          {answers === 1 ? '1 answer goes' : `${answers} answers go`} on {localDayOf(new Date(`${on}T12:00:00Z`))}.
        </li>
      ))}
    </ul>
  )
}

const spanOf = (months: number): string =>
  months === 1 ? '1 month' : months < 24 || months % 12 > 0 ? `${months} months` : `${months / 12} years`

const decided = (months: number | null): string =>
  months === null
    ? 'Answers stay until somebody takes them out.'
    : `Answers that came in a month go ${spanOf(months)} after its end. Nothing goes in the first 7 days after you choose.`
