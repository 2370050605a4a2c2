import { useEffect } from 'react'
import { ownLanguageName } from '../../survey/own-language-name.ts'
import { textDirection } from '../../survey/text-direction.ts'
import { textIn } from '../../survey/text.ts'
import { loadEngineParts } from '../collect/engine-parts.ts'
import { useWords } from '../collect/words.ts'
import { Wording } from '../collect/wording.tsx'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import type { HandedOver } from './handed-over.ts'
import css from './handover.module.css'
import { languageOf } from './shown.ts'

interface CoverProps {
  readonly handed: HandedOver
  readonly onStart: () => void
}

/** Between staff and family: which form it is and in which language. */
export const Cover = ({ handed, onStart }: CoverProps) => {
  const { say } = useWords()
  const { definition } = handed
  const { language, code } = languageOf(handed)
  const title = textIn(definition?.title, language)
  useScreen(title, 'cover')
  // While the tablet changes hands, the form comes.
  useEffect(() => void loadEngineParts().catch(() => undefined), [])
  return (
    <div className={css.cover}>
      <p>{say('coverFor')}</p>
      <h1 tabIndex={-1}>
        <Wording text={definition?.title} />
      </h1>
      <p lang={code} dir={textDirection(code)}>
        {ownLanguageName(code)}
      </p>
      <p>
        <Wording text={definition?.description} />
      </p>
      <button type="button" className={`${button.primary} ${css.start}`} onClick={onStart}>
        {say('coverStart')}
      </button>
    </div>
  )
}
