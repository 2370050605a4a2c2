import { createContext } from 'react'

/** Which wording of a survey is shown, and what language surrounds it. */
export interface WordingLanguage {
  /** A code, or `default` for the language the survey was written in. */
  readonly language: string
  /** The code of the language the survey was written in. */
  readonly original: string
  /** The code of the language that the form's own words are in: what `lang` says around the wordings. */
  readonly around: string
}

export const WordingContext = createContext<WordingLanguage>({ language: 'default', original: 'en', around: 'en' })
