import type { Definition } from './definition.ts'

/** A language that a form can be filled in: `default` and its code, for the one it was written in. */
export interface OfferedLanguage {
  readonly language: string
  readonly code: string
}

/** The code of a form's language: `default` is the one the survey was written in, English where it does not say. */
export const languageCode = ({ locale }: Pick<Definition, 'locale'>, language: string): string =>
  language === 'default' ? (locale ?? 'en') : language

/** The languages of a survey, the one it was written in first. */
export const offeredLanguages = ({
  locale,
  proforma,
}: Pick<Definition, 'locale' | 'proforma'>): readonly OfferedLanguage[] => [
  { language: 'default', code: locale ?? 'en' },
  ...(proforma.languages ?? []).map((code) => ({ language: code, code })),
]
