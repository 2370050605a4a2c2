import { useState } from 'react'
import { Link } from 'wouter'
import type { DeviceDatabase } from '../../device/database.ts'
import { hasPin } from '../../device/pin.ts'
import { readTabletName } from '../../device/tablet-name.ts'
import { TextSizeChoice } from '../collect/text-size-choice.tsx'
import { useQuery } from '../app/use-readable.ts'
import { useScreen } from '../frame/use-screen.ts'
import { Storage } from '../outbox/storage.tsx'
import button from '../styles/button.module.css'
import { NameForm } from './name-form.tsx'
import { PinForm } from '../handover/pin-form.tsx'
import css from './settings.module.css'

/** What is set on this tablet, for everyone who uses it. */
export const SettingsPage = () => {
  const set = useQuery(readSettings, undefined)
  useScreen('Settings', set === null ? null : 'settings')
  if (set === null) return null
  return (
    <div className={css.settings}>
      <h1 tabIndex={-1}>Settings of this tablet</h1>
      <section aria-labelledby="name">
        <h2 id="name">Name</h2>
        <NameForm name={set.name} />
      </section>
      <PinSetting isSet={set.pin} />
      <section aria-labelledby="size">
        <h2 id="size">Text size of forms</h2>
        <TextSizeChoice />
      </section>
      <Storage />
      <section aria-labelledby="more">
        <h2 id="more">Help</h2>
        <ul className={css.links}>
          <li>
            <Link href="/people">Sign in, people and tablets</Link>
          </li>
          <li>
            <Link href="/settings/keep-open">Keep a tablet on the form, and put Proforma on it</Link>
          </li>
          <li>
            <Link href="/outbox">What waits to be sent from this tablet</Link>
          </li>
          <li>
            <Link href="/settings/accessibility">Accessibility statement</Link>
          </li>
        </ul>
      </section>
    </div>
  )
}

const PinSetting = ({ isSet }: { readonly isSet: boolean }) => {
  const [open, setOpen] = useState(false)
  const [told, setTold] = useState('')
  // As it was when the form was opened: the PIN is set before its recovery code is written down.
  const [asked, setAsked] = useState<'pin' | null>(null)
  return (
    <section aria-labelledby="pin">
      <h2 id="pin">Staff PIN</h2>
      <p>
        {isSet
          ? 'A PIN is set. It brings a tablet back from a family.'
          : 'No PIN is set. It is needed before a tablet is handed to a family.'}
      </p>
      <output className={css.told}>{told}</output>
      {open ? (
        <PinForm
          asks={asked}
          onSet={() => {
            setTold('The PIN is saved.')
            setOpen(false)
          }}
        />
      ) : (
        <button
          type="button"
          className={button.secondary}
          onClick={() => {
            setTold('')
            setAsked(isSet ? 'pin' : null)
            setOpen(true)
          }}
        >
          {isSet ? 'Change the PIN' : 'Set a PIN'}
        </button>
      )}
    </section>
  )
}

const readSettings = async (database: DeviceDatabase) => ({
  name: await readTabletName(database),
  pin: await hasPin(database),
})
