import { useState } from 'react'
import { Link } from 'wouter'
import type { DeviceDatabase } from '../../device/database.ts'
import { surveyStanding } from '../../device/list-designs.ts'
import { closeSurvey, publishDesign, reopenSurvey } from '../../device/publish-design.ts'
import { advise } from '../../survey/advice/advise.ts'
import { compareVersions } from '../../survey/compare-versions.ts'
import type { Change } from '../../survey/compared.ts'
import { giveReadableIds } from '../../survey/edit/readable-ids.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { publishable } from '../../survey/publishable.ts'
import { textIn } from '../../survey/text.ts'
import { useDevice } from '../app/device-context.ts'
import { useQuery } from '../app/use-readable.ts'
import { useScreen } from '../frame/use-screen.ts'
import { loadOpenParts } from '../start/open-parts.ts'
import button from '../styles/button.module.css'
import action from './action.module.css'
import css from './told.module.css'
import finding from './finding.module.css'
import { findNeverMet } from './find-never-met.ts'
import { useDesign, useSession } from './session-context.ts'
import { useKeeper } from './keeper-context.ts'

/** What came of pressing a button here. */
interface Told {
  readonly ok: boolean
  readonly words: string
}

const readStanding = (database: DeviceDatabase, survey: string) => surveyStanding(database, survey as SurveyId)

/** Freezes the survey as a numbered version, after showing what changed and what stands in the way. */
export const PublishView = ({ survey }: { readonly survey: string }) => {
  const device = useDevice()
  const keeper = useKeeper()
  const { edit } = useSession()
  const { definition } = useDesign()
  const standing = useQuery(readStanding, survey)
  const [told, setTold] = useState<Told | null>(null)
  useScreen('Publish', standing === null ? null : 'publish')
  if (standing === null) return null
  const { state, version } = standing
  const blocking = advise(definition, findNeverMet).filter(({ blocks }) => blocks)
  const changes = version === null ? [] : compareVersions(version.definition, publishable(definition))
  const title = textIn(definition.title)
  const nothingNew = state === 'live' && changes.length === 0

  const refuse = (reason: string): void => setTold({ ok: false, words: reason })

  const publish = async (): Promise<void> => {
    if (blocking.length > 0) return refuse('Nothing was published. Do what is needed first.')
    if (nothingNew) return refuse('Nothing was published. This wording is live already.')
    const { database, clock, newId } = device
    const { openDefinition } = await loadOpenParts()
    // Ids that were given before there were words become readable, as long as no answer hangs on them.
    const named = edit((design) => giveReadableIds(design, version === null ? [] : [version.definition]))
    if (!named.ok) return refuse(named.reason)
    const opened = openDefinition(publishable(named.definition))
    if (!opened.ok) return refuse(opened.findings.map(({ reason }) => reason).join(' '))
    const saved = await keeper.save()
    if (saved.kind !== 'saved') return refuse('The last change is not saved, so nothing was published.')
    const published = await publishDesign(database, keeper.last(), clock, newId)
    if (published.kind === 'published') {
      const words = `Version ${published.version.number} is live. It can be filled in on this device now.`
      setTold({ ok: true, words })
      await (await device.background).sync.returned()
    } else if (published.kind === 'failed') refuse(published.reason)
    else refuse('This survey was changed in another tab since. Nothing was published.')
  }

  const decide = async (act: typeof closeSurvey): Promise<void> => {
    const { database, clock, newId } = device
    await act(database, survey as SurveyId, clock, newId)
    await (await device.background).sync.returned()
  }

  return (
    <>
      <p>
        <Link href={`/build/${survey}`}>Back to the questions</Link>
      </p>
      <h1 tabIndex={-1}>Publish ‘{title}’</h1>
      <p>
        {state === 'draft'
          ? 'Nobody has been asked yet. Publishing freezes this wording as version 1.'
          : `${state === 'live' ? 'Live' : 'Closed'}: version ${version?.number ?? ''}. Answers stay with the version they were given in.`}
      </p>
      <output>{told === null ? null : <p className={told.ok ? css.told : css.notSaved}>{told.words}</p>}</output>
      {blocking.length === 0 ? null : (
        <section aria-labelledby="blocking">
          <h2 id="blocking">Needed first</h2>
          <ul>
            {blocking.map(({ key, reason, betterWay }) => (
              <li key={key}>
                {reason} {betterWay}
              </li>
            ))}
          </ul>
        </section>
      )}
      {state === 'live' ? <WhatNext survey={survey} /> : null}
      {version === null ? null : <Changes changes={changes} number={version.number} />}
      <div className={button.row}>
        <button
          type="button"
          className={button.primary}
          // Not `disabled`: whoever pressed it stays on it, and whoever presses it in vain is told why.
          aria-disabled={blocking.length > 0 || nothingNew ? true : undefined}
          onClick={() => void publish()}
        >
          {version === null ? 'Publish version 1' : 'Publish this wording'}
        </button>
        {state === 'draft' ? null : (
          <button
            type="button"
            className={button.secondary}
            onClick={() => void decide(state === 'live' ? closeSurvey : reopenSurvey)}
          >
            {state === 'live' ? 'Close the survey' : 'Open it again'}
          </button>
        )}
      </div>
      {state === 'draft' ? null : (
        <p>
          <Link href={`/retention/${survey}`}>How long answers are kept</Link>
        </p>
      )}
    </>
  )
}

/** What a survey is published for. */
const WhatNext = ({ survey }: { readonly survey: string }) => (
  <section aria-labelledby="next">
    <h2 id="next">What next</h2>
    <ul>
      <li>
        <Link className={action.action} href={`/begin/${survey}`}>
          Fill it in
        </Link>{' '}
        on this device, or hand it to a family
      </li>
      <li>
        <Link className={action.action} href={`/send/${survey}`}>
          Send it to a list
        </Link>{' '}
        by link, mail or letter, and see who has answered
      </li>
      <li>
        <Link className={action.action} href={`/build/${survey}/paper`}>
          Print it
        </Link>{' '}
        for those who answer on paper
      </li>
      <li>
        <Link className={action.action} href={`/results/${survey}`}>
          See results
        </Link>{' '}
        as soon as the first answer is here
      </li>
    </ul>
  </section>
)

const kinds: { readonly [K in Change['kind']]: string } = {
  safe: 'Safe',
  look: 'Look at it',
  breaks: 'Breaks comparison',
}

const Changes = ({ changes, number }: { readonly changes: readonly Change[]; readonly number: number }) => (
  <section aria-labelledby="changes">
    <h2 id="changes">What changed since version {number}</h2>
    {changes.length === 0 ? <p>Nothing.</p> : null}
    <ul className={finding.findings}>
      {changes.map(({ kind, what, consequence }) => (
        <li key={what} className={finding.finding} data-blocks={kind === 'breaks'}>
          <p>
            <strong>{kinds[kind]}.</strong> {what}
          </p>
          <p>{consequence}</p>
        </li>
      ))}
    </ul>
  </section>
)
