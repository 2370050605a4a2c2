import { Link } from 'wouter'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import css from './settings.module.css'

/** What has been done so that everyone can use this, how that was seen, and what is known not to work. */
export const AccessibilityPage = () => {
  useScreen('Accessibility statement', 'accessibility')
  return (
    <div className={css.settings}>
      <h1 tabIndex={-1}>Accessibility statement</h1>
      <p>We want as many people as possible to be able to fill in a form, build one and read its results. You can:</p>
      <ul>
        <li>do everything with a keyboard alone, or by touch alone</li>
        <li>make text twice as large without losing anything, and choose larger text in a form</li>
        <li>use it on a screen 320 pixels wide, from left to right or from right to left</li>
        <li>use high contrast and less motion, as your device is set</li>
        <li>have most of it read out by a screen reader</li>
      </ul>
      <h2>How we know</h2>
      <p>
        Each release is checked by programs against the rules of WCAG 2.2 AA: every screen, with axe, at three widths,
        by keyboard, and with large text. <strong>Programs find part of the faults only.</strong> People who use screen
        readers, switches or voice control have not tested it yet.
      </p>
      <h2>What we know does not work well</h2>
      <ul>
        <li>Drawing a signature needs a finger, a pen or a mouse. Typing your name is always enough.</li>
        <li>Words of the form in Welsh, Polish, Urdu and Arabic were made by a machine and may read badly.</li>
        <li>Listen needs a voice for that language on the device. Without one, the button is not shown.</li>
      </ul>
      <h2>Tell us</h2>
      <p>
        If something does not work for you, tell the person who gave you this form, or whoever runs Proforma where you
        work. Ask them for the form on paper or read out to you.
      </p>
      <p>
        <Link href="/settings" className={button.secondary}>
          Go to Settings
        </Link>
      </p>
    </div>
  )
}
