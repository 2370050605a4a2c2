import { useEffect, useEffectEvent, useMemo } from 'react'
import { Route, Router, Switch } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import type { LockPhase } from '../../device/tablet-row.ts'
import type { ResponseId } from '../../response/revision.ts'
import { screenOnDemand } from '../app/screen-on-demand.tsx'

const CollectPage = screenOnDemand(async () => (await import('../collect/collect-page.tsx')).CollectPage)

interface FamilyFormProps {
  readonly response: ResponseId
  readonly goTo: (phase: LockPhase) => void
}

/**
 * The form as every way in shows it, but going from page to page leaves nothing behind: its addresses live in memory, so
 * the browser has nowhere to go back to, and none of them leads to another form.
 */
export const FamilyForm = ({ response, goTo }: FamilyFormProps) => {
  const { hook } = useMemo(() => memoryLocation({ path: `/collect/${response}` }), [response])
  return (
    <Router hook={hook}>
      <Switch>
        <Route path="/collect/:any">
          <CollectPage response={response} step={null} />
        </Route>
        <Route path="/collect/:any/:step">{({ step }) => <CollectPage response={response} step={step} />}</Route>
        <Route path="/returned/:any">
          <GoOn to="thanks" goTo={goTo} />
        </Route>
        <Route>
          <GoOn to="cover" goTo={goTo} />
        </Route>
      </Switch>
    </Router>
  )
}

/** Where the form ends in the app of staff, a locked one goes on to another phase. */
const GoOn = ({ to, goTo }: { readonly to: 'thanks' | 'cover'; readonly goTo: (phase: LockPhase) => void }) => {
  const once = useEffectEvent(() => goTo(to))
  useEffect(() => once(), [])
  return null
}
