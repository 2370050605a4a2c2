import { Route, Switch } from 'wouter'
import { NotFound } from '../app/not-found.tsx'
import { screenOnDemand } from '../app/screen-on-demand.tsx'
import { FrozenPage } from './frozen-page.tsx'
import { ResultsPage } from './results-page.tsx'

const CodebookPage = screenOnDemand(async () => (await import('./codebook-page.tsx')).CodebookPage)

/** Results and what is reached from there: one part of the app, so that Home knows of one. */
export const ResultsScreens = () => (
  <Switch>
    <Route path="/results/:survey">{({ survey }) => <ResultsPage survey={survey} source="returns" />}</Route>
    <Route path="/results/:survey/example">{({ survey }) => <ResultsPage survey={survey} source="example" />}</Route>
    <Route path="/results/:survey/codebook">{({ survey }) => <CodebookPage survey={survey} />}</Route>
    <Route path="/results/:survey/frozen/:id">{({ survey, id }) => <FrozenPage survey={survey} id={id} />}</Route>
    <Route>
      <NotFound />
    </Route>
  </Switch>
)
