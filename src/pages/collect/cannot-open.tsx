import { Link } from 'wouter'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import { FormLanguage } from './form-language.tsx'
import { languageHere } from './load-words.ts'
import type { MessageKey } from './messages.ts'
import { useWords } from './words.ts'

/** Why a form can't be opened on this device. */
export type WhyNotOpen = Extract<MessageKey, 'openGone' | 'openNoVersion' | 'openPartMissing' | 'openNotReadable'>

interface CannotOpenProps {
  readonly why: WhyNotOpen
  /** What exactly, for staff: in English. */
  readonly detail?: string
}

/** Why a form can't be opened, and the way out. */
export const CannotOpen = ({ why, detail = '' }: CannotOpenProps) => {
  const { say } = useWords()
  useScreen(say('openCannot'), 'cannot-open')
  return (
    <>
      <h1 tabIndex={-1}>{say('openCannot')}</h1>
      <p>{say(why)}</p>
      {detail === '' ? null : <p lang="en-GB">{detail}</p>}
      <p>
        <Link href="/" className={button.primary}>
          {say('goHome')}
        </Link>
      </p>
    </>
  )
}

/** The same where the form's language is not known: in the browser's. */
export const CannotOpenHere = ({ why }: { readonly why: WhyNotOpen }) => (
  <FormLanguage definition={{ locale: languageHere(navigator.languages) }} language="default">
    <CannotOpen why={why} />
  </FormLanguage>
)
