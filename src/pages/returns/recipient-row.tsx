import { useState } from 'react'
import { useLocation } from 'wouter'
import { startDraft } from '../../device/drafts.ts'
import { surveyStanding } from '../../device/list-designs.ts'
import { allCountedOf, type Recipient, stateOf } from '../../population/ledger.ts'
import { referenceOf, type ResponseId } from '../../response/revision.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { useDevice } from '../app/device-context.ts'
import { dayAndTime } from '../frame/dates.ts'
import type { Act } from '../population/use-ledger.ts'
import css from '../population/population.module.css'
import button from '../styles/button.module.css'
import own from './returns.module.css'
import { eventWords, stateWords } from './state-words.ts'

interface RecipientRowProps {
  readonly one: Recipient
  readonly survey: string
  readonly act: Act
  /** All of it shown at once. */
  readonly open?: boolean
  /** Told, in words, once it is settled which of several returns counts. */
  readonly onPicked: (words: string) => void
}

/** One of those asked: how they stand, what happened, and what can be done about it. */
export const RecipientRow = ({ one, survey, act, open = false, onPicked }: RecipientRowProps) => {
  const [opened, setOpened] = useState(open)
  const state = stateOf(one)
  const last = one.returns.at(-1)?.at ?? one.events.at(-1)?.at
  const { clock } = useDevice()
  return (
    <li>
      <details open={opened} onToggle={(event) => setOpened(event.currentTarget.open)}>
        <summary className={own.summary}>
          <span className={own.name}>{one.name}</span>{' '}
          <span className={own.state}>
            {one.mostReturns > 1 && one.returns.length > 0
              ? `${one.returns.length} of ${one.mostReturns} returned`
              : stateWords[state]}
          </span>{' '}
          <span className={css.quiet}>{last === undefined ? '' : dayAndTime(new Date(last), clock())}</span>
        </summary>
        {opened ? <Opened one={one} survey={survey} act={act} onPicked={onPicked} /> : null}
      </details>
    </li>
  )
}

const wayWords = (way: string): string => (way === 'paper' ? 'on paper, keyed in' : 'by the link')

const Opened = ({ one, survey, act, onPicked }: Omit<RecipientRowProps, 'open'>) => {
  const { database, clock, newId } = useDevice()
  const [, navigate] = useLocation()
  const [told, setTold] = useState<string | null>(null)
  const [link, setLink] = useState<string | null>(null)
  const state = stateOf(one)
  const { recipient } = one
  const tell = async (acting: ReturnType<Act>): Promise<void> => {
    const done = await acting
    setTold(done.ok ? null : done.reason)
  }
  const mark = (kind: string) => () => void tell(act('mark', { recipient, kind, detail: '' }))

  const pick = async (response: string, way: string): Promise<void> => {
    const done = await act('pick', { recipient, response })
    if (done.ok) onPicked(`${one.name}: the return ${wayWords(way)}, counts now. The other is kept.`)
    else setTold(done.reason)
  }

  const newLink = async (): Promise<void> => {
    const done = await act('links', { recipients: [recipient], how: 'shown' })
    const [made] = done.ok ? (done.body['links'] as readonly { readonly token: string }[]) : []
    setTold(done.ok ? null : done.reason)
    setLink(made === undefined ? null : `${location.origin}/r#${made.token}`)
  }
  const keyIn = async (): Promise<void> => {
    const { version } = await surveyStanding(database, survey as SurveyId)
    if (version === null) return setTold('The survey is not on this device.')
    const form = { survey: version.survey, version: version.id, way: 'paper', language: 'default' } as const
    const started = await startDraft(database, form, clock, newId)
    if (!started.ok) return setTold(started.reason)
    const { response } = started.kept.draft
    const done = await act('returns', { recipient, response })
    if (done.ok) navigate(`/collect/${response}/1`)
    else setTold(done.reason)
  }
  const counted = new Set(allCountedOf(one))
  return (
    <div className={own.opened}>
      <p>{[one.contact, one.email, ...Object.values(one.strata)].filter((word) => word !== '').join(', ')}</p>
      <ol className={own.events}>
        {one.events.map(({ kind, at, detail }, index) => (
          <li key={`${at}-${index}`}>
            {dayAndTime(new Date(at), clock())}: {eventWords[kind]}
            {detail === '' ? '' : `: ${kind === 'picked' ? referenceOf(detail as ResponseId) : detail}`}
          </li>
        ))}
        {one.returns.map(({ response, at, way, late }) => (
          <li key={response}>
            {dayAndTime(new Date(at), clock())}: Returned {wayWords(way)}
            {late ? ', after the closing date' : ''}, {referenceOf(response as ResponseId)}
            {counted.has(response) ? ' (counted)' : ''}{' '}
            {one.returns.length > 1 && one.mostReturns === 1 && !late ? (
              <button type="button" className={button.secondary} onClick={() => void pick(response, way)}>
                Count this one
                <span className="visually-hidden">
                  {' '}
                  of {one.name}: {wayWords(way)}, {referenceOf(response as ResponseId)}
                </span>
              </button>
            ) : null}
          </li>
        ))}
      </ol>
      <output className={css.link}>{link ?? told}</output>
      {link === null ? null : (
        <p>
          <button
            type="button"
            className={button.secondary}
            onClick={() =>
              void navigator.clipboard.writeText(link).catch(() => {
                setLink(null)
                setTold(`Select it and copy it: ${link}`)
              })
            }
          >
            Copy the link
          </button>
        </p>
      )}
      <p className={button.row}>
        <button type="button" className={button.quiet} onClick={() => void keyIn()}>
          Key in a paper return
        </button>
        <button type="button" className={button.quiet} onClick={() => void newLink()}>
          Make a new link
        </button>
        <button type="button" className={button.quiet} onClick={mark('links-ended')}>
          End its links
        </button>
        {state === 'declined' || state === 'not-eligible' ? (
          <button type="button" className={button.quiet} onClick={mark('back-in')}>
            Put back in
          </button>
        ) : (
          <>
            <button type="button" className={button.quiet} onClick={mark('declined')}>
              Mark as declined
            </button>
            <button type="button" className={button.quiet} onClick={mark('not-eligible')}>
              Mark as not eligible
            </button>
            <button type="button" className={button.quiet} onClick={mark('bounced')}>
              Mail came back
            </button>
          </>
        )}
      </p>
    </div>
  )
}
