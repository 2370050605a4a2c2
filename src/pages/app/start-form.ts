import type { ComponentType } from 'react'
import { type EarlyForm, readFormEarly, takeFormOfPage } from '../../device/read-form-early.ts'
import type { CollectPageProps } from '../collect/collect-page.tsx'
import type { ResponseId } from '../../response/revision.ts'
import type { EarlyScreen } from './device-context.ts'
import { formScreen } from './form-screen.ts'

/** What a form's own address needs, on its way since before React was there. */
interface StartedForm {
  readonly form: Promise<EarlyForm | null>
  readonly Screen: Promise<ComponentType<CollectPageProps> | null>
}

const fetchFormScreen = (): Promise<ComponentType<CollectPageProps> | null> =>
  import('../collect/collect-page.tsx').then(
    ({ CollectPage }) => CollectPage,
    () => null,
  )

/** Null at any other address. */
const startForm = (): StartedForm | null => {
  const response = /^\/collect\/([\w-]+)(?:\/|$)/.exec(location.pathname)?.[1]
  if (response === undefined) return null
  const ofPage = takeFormOfPage('proforma', response as ResponseId)
  return {
    form: ofPage === null ? readFormEarly('proforma', response as ResponseId) : Promise.resolve(ofPage),
    // A page that names the form's script runs it in the same go as this one: an import() would wait for a turn of its own.
    Screen: Promise.resolve().then(() => formScreen() ?? fetchFormScreen()),
  }
}

// Where this is imported first, it runs before the rest of the first script does.
const started = startForm()

/** The form whose address this is, and its screen; null at any other address, and where either has to wait. */
export const takeEarlyScreen = async (): Promise<EarlyScreen | null> => {
  if (started === null) return null
  const [form, Screen] = await Promise.all([started.form, started.Screen])
  if (form === null || Screen === null) return null
  let waiting: EarlyForm | null = form
  return {
    Screen,
    form: () => waiting,
    taken: () => {
      waiting = null
    },
  }
}
