import { useRef } from 'react'
import { type AroundNavHandler, Route, Router, Switch } from 'wouter'
import { readSyncState } from '../../device/read-sync-state.ts'
import type { Fetch } from '../../device/ports.ts'
import { screenOnDemand } from '../app/screen-on-demand.tsx'
import { useDevice } from '../app/device-context.ts'
import { useQuery } from '../app/use-readable.ts'
import { LastScreenContext } from '../frame/last-screen.ts'
import { SyncIcon } from '../frame/sync-icon.tsx'
import { syncWords } from '../frame/sync-words.ts'
import css from '../frame/frame.module.css'
import { LinkStart } from './link-start.tsx'
import { LinkReceipt } from './link-receipt.tsx'

const CollectPage = screenOnDemand(async () => (await import('../collect/collect-page.tsx')).CollectPage)

/** Addresses keep what stands behind the #: a reload opens the same link. */
const keepToken: AroundNavHandler = (navigate, to, options) => navigate(to + location.hash, options)

/** What the holder of a link sees: where they are asked, the form, and the receipt. Nothing leads anywhere else. */
export const RecipientApp = ({ fetch }: { readonly fetch: Fetch }) => (
  <LastScreenContext value={useRef<string | null>(null)}>
    <Router base="/r" aroundNav={keepToken}>
      <header className={css.header}>
        <div className={css.bar}>
          <span className={css.name}>Proforma</span>
          <LinkChip />
        </div>
      </header>
      <main id="main" className={css.main} tabIndex={-1}>
        <Switch>
          <Route path="/collect/:response">{({ response }) => <CollectPage response={response} step={null} />}</Route>
          <Route path="/collect/:response/:step">
            {({ response, step }) => <CollectPage response={response} step={step} />}
          </Route>
          <Route path="/returned/:revision">{({ revision }) => <LinkReceipt revision={revision} />}</Route>
          <Route>
            <LinkStart fetch={fetch} />
          </Route>
        </Switch>
      </main>
    </Router>
  </LastScreenContext>
)

/** How things stand with the server, once something was sent or could not be. */
const LinkChip = () => {
  const { clock } = useDevice()
  const state = useQuery(readSyncState, undefined)
  if (state === null || (state.kind === 'working-offline' && state.toSend === 0 && state.lastSuccess === null))
    return null
  return (
    <span className={css.chip} data-kind={state.kind}>
      <SyncIcon kind={state.kind} size={16} />
      {syncWords(state, clock())}
    </span>
  )
}
