import { useCallback, useEffect, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { ResponseId } from '../../response/revision.ts'
import { useDevice } from '../app/device-context.ts'
import { useFormTextSize } from '../frame/use-form-text-size.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import css from './collect-page.module.css'
import type { EngineParts } from './engine-parts.ts'
import { openForm, type OpenForm } from './open-form.ts'
import { OpenedForm } from './opened-form.tsx'

interface CollectPageProps {
  readonly response: string
  /** As it stands in the address: the number of a page from 1, `check`, or null to go on where it was left. */
  readonly step: string | null
}

type Loaded = { readonly form: OpenForm; readonly parts: EngineParts } | { readonly reason: string }

/** One form being filled in, by its response: opened from what this device keeps, with or without a network. */
export const CollectPage = ({ response, step }: CollectPageProps) => {
  const { database, clock } = useDevice()
  useFormTextSize()
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [, navigate] = useLocation()

  useEffect(() => {
    let current = true
    const load = async (): Promise<void> => {
      const opened = await openForm(database, response as ResponseId, clock)
      if (current) setLoaded(opened)
    }
    void load()
    return () => {
      current = false
    }
  }, [database, response, clock])

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
        parts={loaded.parts}
        step={step === 'check' ? 'check' : step === null ? loaded.form.kept.draft.page : pageOf(step)}
        goTo={goTo}
      />
    </div>
  )
}

/** `3` in the address is the page with index 2; anything that is no number is the first. */
const pageOf = (step: string): number => (/^[1-9]\d{0,3}$/.test(step) ? Number(step) - 1 : 0)

const CannotOpen = ({ reason }: { readonly reason: string }) => {
  useScreen('This form cannot be opened', 'cannot-open')
  return (
    <>
      <h1 tabIndex={-1}>This form cannot be opened</h1>
      <p>{reason}</p>
      <p>
        <Link href="/" className={button.primary}>
          Go to Home
        </Link>
      </p>
    </>
  )
}
