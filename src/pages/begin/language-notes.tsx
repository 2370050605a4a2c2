import { useEffect, useState } from 'react'
import type { Definition } from '../../survey/definition.ts'
import { untranslated } from '../../survey/edit/languages.ts'
import { languageCode } from '../../survey/offered-languages.ts'
import { ownLanguageName } from '../../survey/own-language-name.ts'
import { wordings } from '../../survey/wordings.ts'
import { loadMessages } from '../collect/load-words.ts'
import type { AboutMessages } from '../collect/messages.ts'
import css from './begin.module.css'

interface LanguageNotesProps {
  readonly definition: Definition
  /** A code, or `default` for the language that the survey was written in. */
  readonly language: string
}

/** What staff should know of a language before they hand the form over. Families are not bothered with it. */
export const LanguageNotes = ({ definition, language }: LanguageNotesProps) => {
  const code = languageCode(definition, language)
  const messages = useAboutMessages(code)
  const notes = [
    ...(language === 'default' ? [] : translationNotes(definition, code)),
    ...(messages === null ? [] : messageNotes(messages, code)),
  ]
  return (
    <div className={css.notes} aria-live="polite">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  )
}

const translationNotes = (definition: Definition, code: string): readonly string[] => {
  const missing = untranslated(definition, code).length
  const name = ownLanguageName(code)
  return [
    ...(missing === 0
      ? []
      : [`${missing} of ${wordings(definition).length} wordings are not in ${name} yet. They are shown as written.`]),
    ...(definition.proforma.machineMade?.includes(code)
      ? [`The questions in ${name} were translated by a machine. Nobody who speaks it has checked them.`]
      : []),
  ]
}

const messageNotes = (messages: AboutMessages, code: string): readonly string[] => {
  const name = ownLanguageName(code)
  if (messages.code !== code.split('-')[0])
    return [`The buttons and messages are in English: there are none in ${name}.`]
  return messages.madeBy === 'machine'
    ? [`The buttons and messages in ${name} were translated by a machine. Nobody who speaks it has checked them.`]
    : []
}

/** Of the file of that language; null until it is there. */
const useAboutMessages = (code: string): AboutMessages | null => {
  const [about, setAbout] = useState<{ readonly of: string; readonly about: AboutMessages } | null>(null)
  useEffect(() => {
    let current = true
    const load = async (): Promise<void> => {
      const file = await loadMessages(code)
      if (current) setAbout({ of: code, about: file['@about'] })
    }
    void load()
    return () => {
      current = false
    }
  }, [code])
  return about?.of === code ? about.about : null
}
