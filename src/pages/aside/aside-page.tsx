import { useEffect, useId, useState } from 'react'
import { Link } from 'wouter'
import { askAside, type Decision, decideAside } from '../../device/aside.ts'
import type { Answered } from '../../device/ask-server.ts'
import type { DeviceDatabase } from '../../device/database.ts'
import type { Fetch } from '../../device/ports.ts'
import { listVersions } from '../../device/versions.ts'
import type { AsideAnswer, AsideOfSurvey } from '../../protocol/aside-messages.ts'
import { liveVersions } from '../../survey/live-versions.ts'
import { textIn } from '../../survey/text.ts'
import { useDevice } from '../app/device-context.ts'
import { useQuery } from '../app/use-readable.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import { AsideEntryCard } from './aside-entry.tsx'
import { becameWords } from './became-words.ts'
import css from './aside.module.css'

const readTitles = async (database: DeviceDatabase): Promise<ReadonlyMap<string, string>> =>
  new Map(
    liveVersions(await listVersions(database)).map(({ survey, definition }) => [survey, textIn(definition.title)]),
  )

const reach: Fetch = (path, init) => fetch(path, init)

const title = 'Answers kept aside'

/** What the server could not count, for the lead: what came, why, and what is to become of it. */
export const AsidePage = () => {
  const { clock } = useDevice()
  const titles = useQuery(readTitles, undefined)
  const [asked, setAsked] = useState<Answered<AsideAnswer> | null>(null)
  const [told, setTold] = useState('')
  const [survey, setSurvey] = useState<string | null>(null)
  useScreen(title, asked === null ? null : 'aside')

  const ask = async (): Promise<void> => setAsked(await askAside(survey, { fetch: reach, clock }))
  useEffect(() => {
    let current = true
    void askAside(survey, { fetch: reach, clock }).then((answer) => current && setAsked(answer))
    return () => {
      current = false
    }
  }, [survey, clock])

  const decide = async (decision: Decision): Promise<void> => {
    setTold('')
    const decided = await decideAside(decision, { fetch: reach, clock })
    if (decided.ok) {
      await ask()
      // What was pressed may be gone.
      document.querySelector<HTMLElement>('main h1')?.focus()
    }
    setTold(decided.ok ? becameWords(decided.message) : `Nothing was changed. ${decided.failure.reason}`)
  }

  const answer = asked?.ok === true ? asked.message : null
  const failure = asked?.ok === false ? asked.failure.reason : null
  const entries = answer?.aside ?? []
  const open = entries.filter(({ rejected }) => rejected === null)
  const rejected = entries.filter((entry) => entry.rejected !== null)
  const cards = (some: typeof entries) => (
    <ul className={css.list}>
      {some.map((entry) => (
        <AsideEntryCard key={entry.sha256} entry={entry} titles={titles ?? new Map()} decide={decide} />
      ))}
    </ul>
  )
  return (
    <div className={css.aside}>
      <h1 tabIndex={-1}>{title}</h1>
      <p>
        The server could not count these, and has lost nothing of them. Take one in when what was wrong is mended: when
        its survey has been published, for example. Or decide not to count it, and say why. The tablet that made it is
        told.
      </p>
      <output className={css.told}>{told}</output>
      {failure === null ? null : (
        <div role="alert" className={css.failure}>
          <p>{failure} What is kept aside is on the server, so this screen needs it.</p>
          <button type="button" className={button.secondary} onClick={() => void ask()}>
            Try again
          </button>
        </div>
      )}
      {answer === null ? null : (
        <>
          <SurveyFilter
            bySurvey={answer.bySurvey ?? []}
            titles={titles ?? new Map()}
            chosen={survey}
            choose={setSurvey}
          />
          <h2>To decide</h2>
          {open.length === 0 ? (
            <p>
              {survey === null
                ? 'Nothing is kept aside. Every answer that reached the server is counted.'
                : 'Nothing of this survey waits for you to decide.'}
            </p>
          ) : (
            cards(open)
          )}
          {answer.more ? <p>There are more. They show here as soon as these are decided.</p> : null}
          {rejected.length === 0 ? null : (
            <>
              <h2>Not counted</h2>
              {cards(rejected)}
            </>
          )}
        </>
      )}
      <p>
        <Link href="/outbox">Go to the Outbox</Link>
      </p>
    </div>
  )
}

interface SurveyFilterProps {
  readonly bySurvey: readonly AsideOfSurvey[]
  readonly titles: ReadonlyMap<string, string>
  readonly chosen: string | null
  readonly choose: (survey: string | null) => void
}

/** One survey of several. What can't be told to be of one is shown with all of them. */
const SurveyFilter = ({ bySurvey, titles, chosen, choose }: SurveyFilterProps) => {
  const id = useId()
  if (chosen === null && bySurvey.length < 2) return null
  const all = bySurvey.reduce(
    (sum, { waiting, rejected }) => ({ waiting: sum.waiting + waiting, rejected: sum.rejected + rejected }),
    { waiting: 0, rejected: 0 },
  )
  return (
    <p className={css.filter}>
      <label htmlFor={id}>Survey</label>
      <select
        id={id}
        value={chosen ?? ''}
        onChange={(event) => choose(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">All: {howMany(all)}</option>
        {bySurvey.map((one) =>
          one.survey === null ? null : (
            <option key={one.survey} value={one.survey}>
              {titles.get(one.survey) ?? one.survey}: {howMany(one)}
            </option>
          ),
        )}
      </select>
    </p>
  )
}

const howMany = ({ waiting, rejected }: Pick<AsideOfSurvey, 'waiting' | 'rejected'>): string =>
  `${waiting} to decide${rejected === 0 ? '' : `, ${rejected} not counted`}`
