import { useState } from 'react'
import { rewordSurvey } from '../../survey/edit/survey-settings.ts'
import { lawfulBases, type LawfulBasis, type NoticeDetails, privacyNotice } from '../../survey/privacy-notice.ts'
import button from '../styles/button.module.css'
import css from './field.module.css'
import more from './more-options.module.css'
import { useSession } from './session-context.ts'
import { TextField } from './text-field.tsx'

const fields = {
  who: { label: 'Who asks', hint: 'Southshire Council' },
  why: { label: 'We want to know …', hint: 'how we can help families better' },
  kept: { label: 'Answers are deleted after', hint: '2 years' },
  contact: { label: 'Whom to contact', hint: 'A name, a telephone number or an email address' },
} as const

type Field = keyof typeof fields

/** Writes the privacy text from what the survey asks and a few things that only its lead knows. */
export const PrivacyTemplate = () => {
  const { edit } = useSession()
  const [details, setDetails] = useState<NoticeDetails>({
    who: '',
    why: '',
    basis: 'public-task',
    kept: '',
    contact: '',
  })
  const [told, setTold] = useState('')
  const missing = (Object.keys(fields) as readonly Field[]).filter((field) => details[field].trim() === '')

  const write = (): void => {
    if (missing.length > 0)
      return setTold(`Still to fill in: ${missing.map((field) => fields[field].label).join(', ')}.`)
    edit((survey) => rewordSurvey(survey, 'privacy', privacyNotice(survey, details)))
    setTold('It is written. Read it, and change what is not so. Undo brings the old text back.')
  }

  return (
    <details className={more.more}>
      <summary>Write the privacy text from a template</summary>
      {(Object.keys(fields) as readonly Field[]).map((field) => (
        <TextField
          key={field}
          {...fields[field]}
          value={details[field]}
          onChange={(words) => setDetails({ ...details, [field]: words })}
        />
      ))}
      <div className={css.fieldBlock}>
        <label htmlFor="lawful-basis" className={css.label}>
          Why you may ask
        </label>
        <select
          id="lawful-basis"
          className={css.field}
          value={details.basis}
          onChange={(event) => setDetails({ ...details, basis: event.target.value as LawfulBasis })}
        >
          {Object.entries(lawfulBases).map(([basis, words]) => (
            <option key={basis} value={basis}>
              {words}
            </option>
          ))}
        </select>
      </div>
      <output className={css.hint}>{told}</output>
      <button type="button" className={button.secondary} onClick={write}>
        Write the privacy text
      </button>
    </details>
  )
}
