import { Suspense, useEffect } from 'react'
import { Link } from 'wouter'
import { listDrafts } from '../../device/list-drafts.ts'
import { listDesigns, listLive } from '../../device/list-designs.ts'
import { listVersions } from '../../device/versions.ts'
import { prefetchForm } from '../collect/prefetch-form.ts'
import { screenOnDemand } from '../app/screen-on-demand.tsx'
import { useQuery } from '../app/use-readable.ts'
import { useScreen } from '../frame/use-screen.ts'
import { whenIdle } from '../frame/when-idle.ts'
import button from '../styles/button.module.css'
import css from './home.module.css'
import { SurveyCard } from './survey-card.tsx'

// What a first visit has none of comes when there is one.
const DraftList = screenOnDemand(
  async () => (await import('./draft-list.tsx')).DraftList,
  () => null,
)
const UpdateOffer = screenOnDemand(
  async () => (await import('./update-offer.tsx')).UpdateOffer,
  () => null,
)
const DesignList = screenOnDemand(
  async () => (await import('./design-list.tsx')).DesignList,
  () => null,
)
const PutBackNotice = screenOnDemand(
  async () => (await import('./put-back-notice.tsx')).PutBackNotice,
  () => null,
)
const StorageNotice = screenOnDemand(
  async () => (await import('./storage-notice.tsx')).StorageNotice,
  () => null,
)

/** Carry on where I left off, or start something. */
export const HomePage = () => {
  useScreen('Home', 'home')
  const live = useQuery(listLive, undefined)
  const designs = useQuery(listDesigns, undefined)
  const versions = useQuery(listVersions, undefined)
  const drafts = useQuery(listDrafts, undefined)

  // What was put away stays live: forms that were begun go on, and it can be brought back.
  const away = new Set(designs?.flatMap(({ design }) => (design.putAway ? [design.id] : [])))
  const shown = designs === null ? undefined : live?.filter(({ survey }) => !away.has(survey))

  const canFillIn = live !== null && live.length > 0

  // The form's large parts are fetched while nobody waits for them, so that the first question comes at once.
  useEffect(() => (canFillIn ? whenIdle(() => void prefetchForm()) : undefined), [canFillIn])

  return (
    <div className={css.home}>
      <h1 tabIndex={-1}>Home</h1>
      <PutBackNotice />
      <StorageNotice />
      <Suspense>
        <UpdateOffer />
      </Suspense>
      {drafts === null || versions === null || live === null || drafts.length === 0 ? null : (
        <DraftList drafts={drafts} versions={versions} live={live} />
      )}
      <div className={css.heading}>
        <h2>Surveys</h2>
        <Link href="/new" className={button.secondary}>
          New survey
        </Link>
      </div>
      {shown?.length === 0 ? <p>The surveys that you can fill in will be here.</p> : null}
      <ul className={css.cards}>
        {shown?.map((version) => (
          <SurveyCard key={version.id} version={version} primary={drafts?.length === 0 && version === shown[0]} />
        ))}
      </ul>
      {designs === null || designs.length === 0 ? null : <DesignList designs={designs} />}
    </div>
  )
}
