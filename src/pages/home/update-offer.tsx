import { use, useEffect, useState } from 'react'
import { isAnyFormOpen } from '../../device/open-forms.ts'
import { useDevice } from '../app/device-context.ts'
import { useReadable } from '../app/use-readable.ts'
import button from '../styles/button.module.css'
import css from './home.module.css'

/** Offers a newer release of the app that waits: on Home only, and never while a form is open in any tab. */
export const UpdateOffer = () => {
  const { updates } = use(useDevice().background)
  const state = useReadable(updates.state)
  const [formOpen, setFormOpen] = useState(false)

  // Browsers look for a newer release only when a page is loaded, and an app on the Home Screen stays open for days.
  useEffect(() => void updates.lookForUpdate(), [updates])

  const offered = state === 'waiting' || state === 'reload'
  const otherForm = useOtherForm(offered)
  if (!offered || otherForm !== 'closed') return null

  const apply = async (): Promise<void> => setFormOpen((await updates.applyUpdate()) === 'form-open')

  return (
    <section className={css.offer} aria-labelledby="newer">
      <h2 id="newer">A newer Proforma is ready</h2>
      <p>It takes a moment, and nothing that is saved is touched.</p>
      {formOpen ? <p role="alert">A form is open in another tab. Close it first, then try again.</p> : null}
      <button type="button" className={button.secondary} onClick={() => void apply()}>
        Use the newer Proforma
      </button>
    </section>
  )
}

/** Locks tell nobody when they change: looked at again when this tab is turned to, and every few seconds. */
const useOtherForm = (asked: boolean): 'unknown' | 'open' | 'closed' => {
  const [form, setForm] = useState<'unknown' | 'open' | 'closed'>('unknown')
  useEffect(() => {
    if (!asked) return undefined
    const look = (): void => void isAnyFormOpen(navigator.locks).then((open) => setForm(open ? 'open' : 'closed'))
    look()
    const timer = setInterval(look, 3_000)
    window.addEventListener('focus', look)
    return () => {
      clearInterval(timer)
      window.removeEventListener('focus', look)
    }
  }, [asked])
  return form
}
