import { Route, Switch } from 'wouter'
import { Frame } from '../frame/frame.tsx'
import { HomePage } from '../home/home-page.tsx'
import type { CollectPageProps } from '../collect/collect-page.tsx'
import { useDevice } from './device-context.ts'
import { screenOnDemand } from './screen-on-demand.tsx'

const BeginPage = screenOnDemand(async () => (await import('../begin/begin-page.tsx')).BeginPage)
const CollectOnDemand = screenOnDemand(async () => (await import('../collect/collect-page.tsx')).CollectPage)
const OtherScreens = screenOnDemand(async () => (await import('./other-screens.tsx')).OtherScreens)
const ReceiptPage = screenOnDemand(async () => (await import('../collect/receipt-page.tsx')).ReceiptPage)

/** Where the app was opened at a form, its screen came with the form. */
const CollectPage = (props: CollectPageProps) => {
  const Screen = useDevice().early?.Screen ?? CollectOnDemand
  return <Screen {...props} />
}

/** Which address shows which screen. Home is at hand at once; every other screen comes when first needed,
 * those that no form is opened at by a list of their own: the first load is small. */
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
      <Route>
        <OtherScreens />
      </Route>
    </Switch>
  </Frame>
)
