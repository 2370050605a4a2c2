import { useState } from 'react'
import { Link } from 'wouter'
import type { DeviceDatabase } from '../../device/database.ts'
import { surveyStanding } from '../../device/list-designs.ts'
import { closeSurvey, publishDesign, reopenSurvey } from '../../device/publish-design.ts'
import { advise } from '../../survey/advice/advise.ts'
import { compareVersions } from '../../survey/compare-versions.ts'
import type { Change } from '../../survey/compared.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { publishable } from '../../survey/publishable.ts'
import { textIn } from '../../survey/text.ts'
import { useDevice } from '../app/device-context.ts'
import { useQuery } from '../app/use-readable.ts'
import { useScreen } from '../frame/use-screen.ts'
import { loadOpenParts } from '../start/open-parts.ts'
import button from '../styles/button.module.css'
import css from './build.module.css'
import { findNeverMet } from './find-never-met.ts'
import { useDesign } from './session-context.ts'
import { useKeeper } from './keeper-context.ts'

const readStanding = (database: DeviceDatabase, survey: string) => surveyStanding(database, survey as SurveyId)

/** Freezes the survey as a numbered version, after showing what changed and what stands in the way. */
export const PublishView = ({ survey }: { readonly survey: string }) => {
  useScreen('Publish', 'publish')
  const device = useDevice()
  const keeper = useKeeper()
  const { definition } = useDesign()
  const standing = useQuery(readStanding, survey)
  const [told, setTold] = useState<string | null>(null)
  if (standing === null) return null
  const { state, version } = standing
  const blocking = advise(definition, findNeverMet).filter(({ blocks }) => blocks)
  const changes = version === null ? [] : compareVersions(version.definition, publishable(definition))
  const title = textIn(definition.title)

  const publish = async (): Promise<void> => {
    const { database, clock, newId } = device
    const { openDefinition } = await loadOpenParts()
    const opened = openDefinition(publishable(definition))
    if (!opened.ok) return setTold(opened.findings.map(({ reason }) => reason).join(' '))
    const saved = await keeper.save()
    if (saved.kind !== 'saved') return setTold('The last change is not saved, so nothing was published.')
    const published = await publishDesign(database, keeper.last(), clock, newId)
    if (published.kind === 'published') {
      setTold(`Version ${published.version.number} is live. It can be filled in on this device now.`)
      await (await device.background).sync.returned()
    } else if (published.kind === 'failed') setTold(published.reason)
    else setTold('This survey was changed in another tab since. Nothing was published.')
  }

  const decide = async (act: typeof closeSurvey): Promise<void> => {
    const { database, clock, newId } = device
    await act(database, survey as SurveyId, clock, newId)
    await (await device.background).sync.returned()
  }

  return (
    <>
      <Link href={`/build/${survey}`}>Back to the questions</Link>
      <h1 tabIndex={-1}>Publish ‘{title}’</h1>
      <p>
        {state === 'draft'
          ? 'Nobody has been asked yet. Publishing freezes this wording as version 1.'
          : `${state === 'live' ? 'Live' : 'Closed'}: version ${version?.number ?? ''}. Answers stay with the version they were given in.`}
      </p>
      <output>{told === null ? null : <p className={css.told}>{told}</p>}</output>
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
      {version === null ? null : <Changes changes={changes} number={version.number} />}
      <div className={button.row}>
        <button
          type="button"
          className={button.primary}
          disabled={blocking.length > 0 || (state === 'live' && changes.length === 0)}
          onClick={() => void publish()}
        >
          {version === null ? 'Publish version 1' : 'Publish this wording'}
        </button>
        {state === 'live' ? (
          <button type="button" className={button.secondary} onClick={() => void decide(closeSurvey)}>
            Close the survey
          </button>
        ) : null}
        {state === 'closed' ? (
          <button type="button" className={button.secondary} onClick={() => void decide(reopenSurvey)}>
            Open it again
          </button>
        ) : null}
      </div>
    </>
  )
}

const kinds: { readonly [K in Change['kind']]: string } = {
  safe: 'Safe',
  look: 'Look at it',
  breaks: 'Breaks comparison',
}

const Changes = ({ changes, number }: { readonly changes: readonly Change[]; readonly number: number }) => (
  <section aria-labelledby="changes">
    <h2 id="changes">What changed since version {number}</h2>
    {changes.length === 0 ? <p>Nothing.</p> : null}
    <ul className={css.findings}>
      {changes.map(({ kind, what, consequence }) => (
        <li key={what} className={css.finding} data-blocks={kind === 'breaks'}>
          <p>
            <strong>{kinds[kind]}.</strong> {what}
          </p>
          <p>{consequence}</p>
        </li>
      ))}
    </ul>
  </section>
)
