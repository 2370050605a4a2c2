import { Redirect, Route, Switch } from 'wouter'
import { screenOnDemand } from './screen-on-demand.tsx'

const NotFound = screenOnDemand(async () => (await import('./not-found.tsx')).NotFound)
const OutboxPage = screenOnDemand(async () => (await import('../outbox/outbox-page.tsx')).OutboxPage)
const NewSurveyPage = screenOnDemand(async () => (await import('../start/new-survey-page.tsx')).NewSurveyPage)
const PastePage = screenOnDemand(async () => (await import('../start/paste-page.tsx')).PastePage)
const TemplatePage = screenOnDemand(async () => (await import('../start/template-page.tsx')).TemplatePage)
const BuildPage = screenOnDemand(async () => (await import('../build/build-page.tsx')).BuildPage)
const WithdrawPage = screenOnDemand(async () => (await import('../withdraw/withdraw-page.tsx')).WithdrawPage)
const SettingsScreens = screenOnDemand(async () => (await import('../settings/settings-screens.tsx')).SettingsScreens)
const MovePage = screenOnDemand(async () => (await import('../move/move-page.tsx')).MovePage)
const ResultsScreens = screenOnDemand(async () => (await import('../results/results-screens.tsx')).ResultsScreens)
const AsidePage = screenOnDemand(async () => (await import('../aside/aside-page.tsx')).AsidePage)
const PeopleScreens = screenOnDemand(async () => (await import('../people/people-screens.tsx')).PeopleScreens)
const PopulationPage = screenOnDemand(async () => (await import('../population/population-page.tsx')).PopulationPage)
const RetentionPage = screenOnDemand(async () => (await import('../retention/retention-page.tsx')).RetentionPage)
const ReturnsPage = screenOnDemand(async () => (await import('../returns/returns-page.tsx')).ReturnsPage)

/** The screens that are neither Home nor a form, each fetched when it is first shown. */
export const OtherScreens = () => (
  <Switch>
    <Route path="/new">
      <NewSurveyPage />
    </Route>
    <Route path="/new/paste">
      <PastePage />
    </Route>
    <Route path="/new/template/:survey">{({ survey }) => <TemplatePage survey={survey} />}</Route>
    <Route path="/build/:survey">{({ survey }) => <BuildPage survey={survey} view={null} />}</Route>
    <Route path="/build/:survey/:view">{({ survey, view }) => <BuildPage survey={survey} view={view} />}</Route>
    <Route path="/settings/*?">
      <SettingsScreens />
    </Route>
    <Route path="/people/*?">
      <PeopleScreens />
    </Route>
    <Route path="/outbox">
      <OutboxPage />
    </Route>
    <Route path="/aside">
      <AsidePage />
    </Route>
    <Route path="/move/:response">{({ response }) => <MovePage response={response} />}</Route>
    <Route path="/withdraw/:reference?">{({ reference }) => <WithdrawPage reference={reference ?? null} />}</Route>
    <Route path="/results/*?">
      <ResultsScreens />
    </Route>
    <Route path="/send/:survey">{({ survey }) => <PopulationPage survey={survey} />}</Route>
    <Route path="/returns/:survey">{({ survey }) => <ReturnsPage survey={survey} />}</Route>
    <Route path="/retention/:survey">{({ survey }) => <RetentionPage survey={survey} />}</Route>
    <Route path="/index.html">
      <Redirect to="/" replace />
    </Route>
    <Route>
      <NotFound />
    </Route>
  </Switch>
)
