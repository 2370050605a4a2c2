import { useState } from 'react'
import { Link } from 'wouter'
import { wordingCsv } from '../../export/wording-csv.ts'
import { readWordingCsv } from '../../export/read-wording-csv.ts'
import { addLanguage, removeLanguage, setWording, untranslated } from '../../survey/edit/languages.ts'
import { done } from '../../survey/edit/edited.ts'
import type { Definition } from '../../survey/definition.ts'
import { textIn } from '../../survey/text.ts'
import { textDirection } from '../../survey/text-direction.ts'
import { wordings } from '../../survey/wordings.ts'
import { useScreen } from '../frame/use-screen.ts'
import { download } from '../frame/download.ts'
import { FileButton } from '../frame/file-button.tsx'
import button from '../styles/button.module.css'
import css from './languages-view.module.css'
import field from './field.module.css'
import { languageNames } from './language-names.ts'
import { Notice } from './notice.tsx'
import { openByKey } from './open-by-key.ts'
import { Saved } from './saved.tsx'
import { useDesign, useSession } from './session-context.ts'
import { useMarks } from './use-marks.ts'

/** Side by side: the wording as written, and each language beside it, with what is missing counted. */
export const LanguagesView = ({ survey }: { readonly survey: string }) => {
  useScreen('Languages', 'languages')
  const { edit } = useSession()
  const { definition } = useDesign()
  const languages = definition.proforma.languages ?? []
  const [picked, setPicked] = useState<string | null>(null)
  const language = picked !== null && languages.includes(picked) ? picked : (languages[0] ?? null)
  const others = Object.entries(languageNames).filter(([code]) => !languages.includes(code))

  return (
    <>
      <p>
        <Link href={`/build/${survey}`}>Back to the questions</Link>
      </p>
      <h1 tabIndex={-1}>Languages</h1>
      <Saved />
      <Notice />
      <div className={button.row}>
        <label>
          <span className={field.label}>Add a language </span>
          <select
            className={field.narrowField}
            value=""
            onKeyDown={openByKey}
            onChange={(event) => {
              const code = event.target.value
              if (edit((design) => addLanguage(design, code)).ok) setPicked(code)
            }}
          >
            <option value="">Choose</option>
            {others.map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {languages.length < 2 ? null : (
          <label>
            <span className={field.label}>Translate into </span>
            <select
              className={field.narrowField}
              value={language ?? ''}
              onChange={(event) => setPicked(event.target.value)}
            >
              {languages.map((code) => (
                <option key={code} value={code}>
                  {nameOf(code)}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {language === null ? (
        <p>Add a language: its wording will stand beside yours here.</p>
      ) : (
        <Translation key={language} survey={survey} language={language} definition={definition} />
      )}
    </>
  )
}

const nameOf = (code: string): string => languageNames[code] ?? code

interface TranslationProps {
  readonly survey: string
  readonly language: string
  readonly definition: Definition
}

const Translation = ({ survey, language, definition }: TranslationProps) => {
  const { edit } = useSession()
  const { shown, stored } = useMarks()
  const [refusals, setRefusals] = useState<readonly string[]>([])
  const all = wordings(definition).filter(({ text }) => textIn(text) !== '')
  const missing = untranslated(definition, language).length

  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    const read = readWordingCsv(await file.text(), definition, language)
    if (!read.ok) {
      setRefusals([read.reason])
      return
    }
    setRefusals(read.refused.map(({ line, reason }) => `Line ${line}: ${reason}`))
    edit(() => done(read.definition, `Took the translations from ${file.name}`))
  }

  return (
    <>
      <h2>{nameOf(language)}</h2>
      <p>
        {missing === 0 ? 'Everything is translated.' : `${missing} of ${all.length} wordings are missing.`} A missing
        one is shown in the language that the survey was written in.
      </p>
      <div className={button.row}>
        <button
          type="button"
          className={button.secondary}
          onClick={() => download(`${survey}-${language}.csv`, 'text/csv', wordingCsv(definition, language))}
        >
          Save for a translator (CSV)
        </button>
        <FileButton label="Take a translated file" accept=".csv,text/csv" onFile={(file) => void take(file)} />
        <button
          type="button"
          className={button.quiet}
          onClick={() => edit((design) => removeLanguage(design, language))}
        >
          Remove {nameOf(language)}
        </button>
      </div>
      {refusals.length === 0 ? null : (
        <ul role="alert">
          {refusals.map((refusal) => (
            <li key={refusal}>{refusal}</li>
          ))}
        </ul>
      )}
      <div className={css.wordings}>
        {all.map(({ path, text }) => (
          <div key={path} className={css.wording}>
            <label htmlFor={`wording-${path}`}>{shown(textIn(text))}</label>
            <textarea
              id={`wording-${path}`}
              className={field.field}
              rows={Math.max(1, Math.ceil(textIn(text).length / 50))}
              lang={language}
              dir={textDirection(language)}
              value={typeof text === 'string' ? '' : shown(text[language] ?? '')}
              onChange={(event) =>
                edit((design) => setWording(design, path, language, stored(event.target.value)), `${path}/${language}`)
              }
            />
          </div>
        ))}
      </div>
    </>
  )
}
