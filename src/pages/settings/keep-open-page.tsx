import { Link } from 'wouter'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import { type Drawn, Drawing } from './drawing.tsx'
import css from './settings.module.css'

interface Step {
  readonly drawn: Drawn
  readonly words: string
}

const addOnIpad: readonly Step[] = [
  { drawn: 'safari-share', words: 'Open Proforma in Safari. Press Share: the box with an arrow.' },
  { drawn: 'add-to-home', words: 'Choose Add to Home Screen, then Add.' },
  {
    drawn: 'home-icon',
    words: 'Open Proforma from its icon from now on. Safari clears what a tab keeps after 7 days.',
  },
]

const addOnAndroid: readonly Step[] = [
  { drawn: 'chrome-menu', words: 'Open Proforma in Chrome. Press the menu: three dots.' },
  { drawn: 'install', words: 'Choose Add to Home screen, then Install.' },
  { drawn: 'home-icon', words: 'Open Proforma from its icon from now on.' },
]

const guidedAccess: readonly Step[] = [
  {
    drawn: 'switch-on',
    words: 'Once: open Settings, Accessibility, Guided Access. Switch it on and set a passcode. Not the staff PIN.',
  },
  {
    drawn: 'triple-click',
    words: 'Before you hand it over: press the top button (or the Home button) 3 times, then Start.',
  },
  { drawn: 'give-back', words: 'When it comes back: press 3 times again, type the passcode, and choose End.' },
]

const screenPinning: readonly Step[] = [
  {
    drawn: 'switch-on',
    words: 'Once: open Settings, Security, App pinning (or Pin windows). Switch it on, and ask for the PIN to unpin.',
  },
  { drawn: 'pin-app', words: 'Before you hand it over: open Recent apps, press the icon of Proforma, choose Pin.' },
  {
    drawn: 'give-back',
    words: 'When it comes back: hold Back and Recent apps, or swipe up and hold. Unlock the tablet.',
  },
]

/** What a web app cannot do for a tablet in other hands, and what the tablet can. */
export const KeepOpenPage = () => {
  useScreen('Keep a tablet on the form', 'keep-open')
  return (
    <div className={css.guide}>
      <h1 tabIndex={-1}>Keep a tablet on the form</h1>
      <p>
        When you hand a tablet over, Proforma shows that one form and nothing else until the staff PIN is entered.{' '}
        <strong>A web app cannot switch off the Home button</strong>, or stop someone who opens another app. The tablet
        itself can.
      </p>
      <Guide title="iPad: Guided Access" steps={guidedAccess} />
      <Guide title="Android: pin the app" steps={screenPinning} />
      <h2>Put Proforma on a tablet</h2>
      <p>From its own icon it opens without a network, fills the screen, and keeps answers for longer.</p>
      <Guide title="iPad" steps={addOnIpad} level={3} />
      <Guide title="Android" steps={addOnAndroid} level={3} />
      <p>The words on your tablet may be a little different.</p>
      <p>
        <Link href="/settings" className={button.secondary}>
          Go to Settings
        </Link>
      </p>
    </div>
  )
}

interface GuideProps {
  readonly title: string
  readonly steps: readonly Step[]
  readonly level?: 2 | 3
}

const Guide = ({ title, steps, level = 2 }: GuideProps) => (
  <section>
    {level === 2 ? <h2>{title}</h2> : <h3>{title}</h3>}
    <ol className={css.drawings}>
      {steps.map(({ drawn, words }, index) => (
        <li key={words} className={css.drawing}>
          <Drawing drawn={drawn} />
          <p>
            <strong>{index + 1}.</strong> {words}
          </p>
        </li>
      ))}
    </ol>
  </section>
)
