import { Redirect, Route, Switch } from 'wouter'
import { Frame } from '../frame/frame.tsx'
import { HomePage } from '../home/home-page.tsx'
import type { CollectPageProps } from '../collect/collect-page.tsx'
import { useDevice } from './device-context.ts'
import { screenOnDemand } from './screen-on-demand.tsx'

const BeginPage = screenOnDemand(async () => (await import('../begin/begin-page.tsx')).BeginPage)
const CollectOnDemand = screenOnDemand(async () => (await import('../collect/collect-page.tsx')).CollectPage)
const ReceiptPage = screenOnDemand(async () => (await import('../collect/receipt-page.tsx')).ReceiptPage)
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
const ReturnsPage = screenOnDemand(async () => (await import('../returns/returns-page.tsx')).ReturnsPage)

/** Where the app was opened at a form, its screen came with the form. */
const CollectPage = (props: CollectPageProps) => {
  const Screen = useDevice().early?.Screen ?? CollectOnDemand
  return <Screen {...props} />
}

/** Which address shows which screen. Home is at hand at once; every other screen comes when first needed. */
export const App = () => (
  <Frame>
    <Switch>
      <Route path="/">
        <HomePage />
      </Route>
      <Route path="/begin/:survey">{({ survey }) => <BeginPage survey={survey} />}</Route>
      <Route path="/collect/:response">{({ response }) => <CollectPage response={response} step={null} />}</Route>
      <Route path="/collect/:response/:step">
        {({ response, step }) => <CollectPage response={response} step={step} />}
      </Route>
      <Route path="/returned/:revision">{({ revision }) => <ReceiptPage revision={revision} />}</Route>
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
      <Route path="/index.html">
        <Redirect to="/" replace />
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  </Frame>
)
