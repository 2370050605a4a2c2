import { useCallback, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { DeviceDatabase } from '../../device/database.ts'
import { readDraft } from '../../device/drafts.ts'
import type { ResponseId } from '../../response/revision.ts'
import { useDevice } from '../app/device-context.ts'
import { formScreenIsHere } from '../app/form-screen.ts'
import { painted } from '../frame/painted.ts'
import { useFormTextSize } from '../frame/use-form-text-size.ts'
import css from './collect-page.module.css'
import { CannotOpenHere } from './cannot-open.tsx'
import { FormBoundary } from './form-boundary.tsx'
import { type FormOpened, formOrNull, type OpenForm, openForm } from './open-form.ts'
import { OpenedForm } from './opened-form.tsx'

export interface CollectPageProps {
  readonly response: string
  /** As it stands in the address: the number of a page from 1, `check`, or null to go on where it was left. */
  readonly step: string | null
}

/** One form being filled in, by its response: opened from what this device keeps, with or without a network. */
export const CollectPage = ({ response, step }: CollectPageProps) => {
  const { database, clock, early } = useDevice()
  useFormTextSize()
  const [before] = useState(() => {
    const form = early?.form() ?? null
    return form?.kept.draft.response === response ? formOrNull(database, form, clock) : null
  })
  const [loaded, setLoaded] = useState<FormOpened | null>(before === null ? null : { form: before })
  const [, navigate] = useLocation()

  useEffect(() => {
    let current = true
    const isHere = early?.form()?.kept.draft.response === response
    // It is read once: whoever comes back to this form finds it as it was saved since.
    early?.taken()
    const load = async (): Promise<void> => {
      if (isHere && before !== null && (await isLatest(database, before))) return
      const opened = await openForm(database, response as ResponseId, clock)
      if (current) setLoaded(opened)
    }
    void load()
    return () => {
      current = false
    }
  }, [database, response, clock, early, before])

  const goTo = useCallback(
    (to: number | 'check' | 'home') => {
      navigate(to === 'home' ? '/' : `/collect/${response}/${to === 'check' ? to : to + 1}`)
    },
    [navigate, response],
  )

  if (loaded === null) return <p className={css.opening}>Opening the form</p>
  if ('why' in loaded) return <CannotOpenHere why={loaded.why} />
  return (
    <div className={css.sheet}>
      <FormBoundary>
        <OpenedForm
          key={`${response} ${loaded.form.kept.counter}`}
          form={loaded.form}
          step={step === 'check' ? 'check' : step === null ? loaded.form.kept.draft.page : pageOf(step)}
          goTo={goTo}
        />
      </FormBoundary>
    </div>
  )
}

formScreenIsHere(CollectPage)

/** Whether an early form is what is kept: the page that stood here before may have saved a last letter since it was read. */
const isLatest = async (database: DeviceDatabase, { kept, filling, writer }: OpenForm): Promise<boolean> => {
  await painted()
  const now = await readDraft(database, kept.draft.response).catch(() => kept)
  // Where somebody has answered meanwhile, the writer tells of a newer one.
  return now?.counter === kept.counter || writer.last() !== kept || filling.revision() > 0
}

/** `3` in the address is the page with index 2; anything that is no number is the first. */
const pageOf = (step: string): number => (/^[1-9]\d{0,3}$/.test(step) ? Number(step) - 1 : 0)
