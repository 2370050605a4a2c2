import { Route, Switch } from 'wouter'
import { NotFound } from '../app/not-found.tsx'
import { AccessibilityPage } from './accessibility-page.tsx'
import { KeepOpenPage } from './keep-open-page.tsx'
import { SettingsPage } from './settings-page.tsx'

/** Settings and what is reached from there: one part of the app, so that Home knows of one. */
export const SettingsScreens = () => (
  <Switch>
    <Route path="/settings">
      <SettingsPage />
    </Route>
    <Route path="/settings/keep-open">
      <KeepOpenPage />
    </Route>
    <Route path="/settings/accessibility">
      <AccessibilityPage />
    </Route>
    <Route>
      <NotFound />
    </Route>
  </Switch>
)
