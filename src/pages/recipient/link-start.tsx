import { useEffect, useEffectEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { startDraft } from '../../device/drafts.ts'
import {
  draftHere,
  type Invitation,
  keepMine,
  refreshInvitation,
  returnHere,
  takeElsewhere,
} from '../../device/invitation.ts'
import type { Fetch } from '../../device/ports.ts'
import { readVersion } from '../../device/versions.ts'
import { textIn } from '../../survey/text.ts'
import type { Version } from '../../survey/version.ts'
import { useDevice } from '../app/device-context.ts'
import { LanguageChoice } from '../begin/language-choice.tsx'
import begin from '../begin/begin.module.css'
import { FormLanguage } from '../collect/form-language.tsx'
import { prefetchForm } from '../collect/prefetch-form.ts'
import { Wording } from '../collect/wording.tsx'
import { useWords } from '../collect/words.ts'
import { clockTime } from '../frame/dates.ts'
import { useScreen } from '../frame/use-screen.ts'
import { whenIdle } from '../frame/when-idle.ts'
import button from '../styles/button.module.css'
import { Decline } from './decline.tsx'
import css from './recipient.module.css'
import { ReturnedAnswers } from './returned-answers.tsx'

type Opened =
  | { readonly kind: 'here'; readonly invitation: Invitation; readonly version: Version; readonly begun: boolean }
  | { readonly kind: 'not-here'; readonly reason: string }

/** Who asks, why, and for how long, before anything is asked. */
export const LinkStart = ({ fetch }: { readonly fetch: Fetch }) => {
  const { database, clock, newId } = useDevice()
  const [opened, setOpened] = useState<Opened | null>(null)
  const open = async (): Promise<Opened> => {
    const refreshed = await refreshInvitation(database, { fetch, clock, newId })
    if (refreshed.kind !== 'here') return { kind: 'not-here', reason: refreshed.reason }
    const { invitation } = refreshed
    const own = await returnHere(database)
    const version = await readVersion(database, invitation.version)
    if (version === null) return { kind: 'not-here', reason: 'The form could not be read.' }
    return {
      kind: 'here',
      invitation: own === null ? invitation : { ...invitation, returned: own },
      version,
      begun: (await draftHere(database)) !== null,
    }
  }
  // Once: what is typed elsewhere meanwhile is met when it is sent.
  const openOnce = useEffectEvent(open)
  useEffect(() => {
    let current = true
    void openOnce().then((now) => current && setOpened(now))
    const stop = whenIdle(() => void prefetchForm())
    return () => {
      current = false
      stop()
    }
  }, [])
  if (opened === null) return <p>Opening your link</p>
  if (opened.kind === 'not-here') return <NotHere reason={opened.reason} />
  return (
    <Invited
      key={String(opened.invitation.declined)}
      {...opened}
      fetch={fetch}
      again={async () => setOpened(await open())}
    />
  )
}

interface InvitedProps {
  readonly invitation: Invitation
  readonly version: Version
  readonly begun: boolean
  readonly fetch: Fetch
  readonly again: () => Promise<void>
}

const Invited = (props: InvitedProps) => {
  const { definition } = props.version
  const { language } = props.invitation
  const [chosen, setChosen] = useState(
    language !== '' && definition.proforma.languages?.includes(language) ? language : 'default',
  )
  return (
    <FormLanguage definition={definition} language={chosen}>
      <InvitedIn {...props} language={chosen} setLanguage={setChosen} />
    </FormLanguage>
  )
}

interface InvitedInProps extends InvitedProps {
  readonly language: string
  readonly setLanguage: (language: string) => void
}

const InvitedIn = ({ invitation, version, begun, fetch, again, language, setLanguage }: InvitedInProps) => {
  const { database, clock, newId } = useDevice()
  const [, navigate] = useLocation()
  const { say, day } = useWords()
  const [problem, setProblem] = useState<string | null>(null)
  const { definition } = version
  useScreen(textIn(definition.title, language), 'link')

  const go = async (): Promise<void> => {
    const here = await draftHere(database)
    if (here !== null) return navigate(`/collect/${here.draft.response}`)
    const form = { survey: version.survey, version: version.id, way: 'link', language } as const
    const started = await startDraft(database, form, clock, newId)
    if (started.ok) navigate(`/collect/${started.kept.draft.response}/1`)
    else setProblem(started.reason)
  }

  const { elsewhere, returned, closed, closes, name, shared, full } = invitation
  return (
    <div className={begin.begin}>
      <h1 tabIndex={-1}>
        <Wording text={definition.title} />
      </h1>
      <p>
        {shared === true ? null : <strong>{say('linkFor', { name })}</strong>}{' '}
        {closes === null || returned !== null || closed ? null : say('linkAnswerBy', { date: day(closes) })}
      </p>
      {returned !== null ? (
        <ReturnedAnswers returned={returned} version={version} mayChange={invitation.mayAmend && !closed} />
      ) : closed ? (
        <p className={css.note}>{say(full === true ? 'linkFull' : 'linkClosed')}</p>
      ) : (
        <>
          <p>
            <Wording text={definition.description} />
          </p>
          <p className={begin.facts}>{say('minutes', { n: definition.proforma.minutes })}</p>
          {invitation.declined ? (
            <p className={css.note}>{say('linkDeclined')}</p>
          ) : (
            <p>{say(shared === true ? 'linkShared' : 'linkYours')}</p>
          )}
          <details open>
            <summary>{say('receiptAbout')}</summary>
            <p className={begin.privacy}>
              <Wording text={definition.proforma.privacy} />
            </p>
          </details>
          {begun ? null : <LanguageChoice definition={definition} chosen={language} choose={setLanguage} />}
          {problem === null ? null : (
            <p role="alert" className={begin.problem}>
              {problem}
            </p>
          )}
          {elsewhere === null ? (
            <p>
              <button type="button" className={button.primary} onClick={() => void go()}>
                {say(begun ? 'carryOn' : 'linkStart')}
              </button>
            </p>
          ) : (
            <>
              <p className={css.note}>{say('linkElsewhere', { time: clockTime(new Date(elsewhere.savedAt)) })}</p>
              <p className={css.choice}>
                <button
                  type="button"
                  className={button.primary}
                  onClick={() => void takeElsewhere(database, invitation, elsewhere, { clock, newId }).then(go)}
                >
                  {say('linkTakeElsewhere')}
                </button>
                <button
                  type="button"
                  className={button.secondary}
                  onClick={() => void keepMine(database, invitation).then(go)}
                >
                  {say('linkKeepMine')}
                </button>
              </p>
            </>
          )}
          {invitation.declined || shared === true ? null : <Decline fetch={fetch} declined={() => void again()} />}
        </>
      )}
    </div>
  )
}

const NotHere = ({ reason }: { readonly reason: string }) => {
  useScreen('This link cannot be opened', 'link-refused')
  return (
    <>
      <h1 tabIndex={-1}>This link cannot be opened</h1>
      <p>{reason}</p>
      <p>
        <button type="button" className={button.secondary} onClick={() => location.reload()}>
          Try again
        </button>
      </p>
    </>
  )
}
