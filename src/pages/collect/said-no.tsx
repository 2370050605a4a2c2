import type { Definition } from '../../survey/definition.ts'
import { textIn } from '../../survey/text.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import css from './form.module.css'
import { useWords } from './words.ts'

interface SaidNoProps {
  readonly definition: Definition
  readonly language: string
  readonly onBack: () => void
  readonly onSend: () => void
  readonly sending: boolean
}

/** The end of a form for whoever did not want to answer: kind, and with nothing more asked. */
export const SaidNo = ({ definition, language, onBack, onSend, sending }: SaidNoProps) => {
  const { say } = useWords()
  useScreen(`${say('noHeading')} – ${textIn(definition.title, language)}`, 'said-no')
  return (
    <>
      <button type="button" className={css.back} onClick={onBack}>
        {say('back')}
      </button>
      <h1 tabIndex={-1}>{say('noHeading')}</h1>
      <p>{say('noFine')}</p>
      <p>{say('noKept')}</p>
      <button type="button" className={button.primary} onClick={sending ? undefined : onSend} aria-disabled={sending}>
        {say('noFinish')}
      </button>
    </>
  )
}
