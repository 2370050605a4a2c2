import { useCallback, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { ResponseId } from '../../response/revision.ts'
import { useDevice } from '../app/device-context.ts'
import { useFormTextSize } from '../frame/use-form-text-size.ts'
import css from './collect-page.module.css'
import { CannotOpen } from './cannot-open.tsx'
import { type FormOpened, formOf, openForm } from './open-form.ts'
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
  const [loaded, setLoaded] = useState<FormOpened | null>(() => {
    const form = early?.form() ?? null
    return form?.kept.draft.response === response ? { form: formOf(database, form, clock) } : null
  })
  const [, navigate] = useLocation()

  useEffect(() => {
    let current = true
    const isHere = early?.form()?.kept.draft.response === response
    // It is read once: whoever comes back to this form finds it as it was saved since.
    early?.taken()
    if (isHere) return undefined
    const load = async (): Promise<void> => {
      const opened = await openForm(database, response as ResponseId, clock)
      if (current) setLoaded(opened)
    }
    void load()
    return () => {
      current = false
    }
  }, [database, response, clock, early])

  const goTo = useCallback(
    (to: number | 'check' | 'home') => {
      navigate(to === 'home' ? '/' : `/collect/${response}/${to === 'check' ? to : to + 1}`)
    },
    [navigate, response],
  )

  if (loaded === null) return <p className={css.opening}>Opening the form</p>
  if ('reason' in loaded) return <CannotOpen reason={loaded.reason} />
  return (
    <div className={css.sheet}>
      <OpenedForm
        key={response}
        form={loaded.form}
        step={step === 'check' ? 'check' : step === null ? loaded.form.kept.draft.page : pageOf(step)}
        goTo={goTo}
      />
    </div>
  )
}

/** `3` in the address is the page with index 2; anything that is no number is the first. */
const pageOf = (step: string): number => (/^[1-9]\d{0,3}$/.test(step) ? Number(step) - 1 : 0)
