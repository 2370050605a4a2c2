import type { Definition } from './definition.ts'

/** A language that a form can be filled in: `default` and its code, for the one it was written in. */
export interface OfferedLanguage {
  readonly language: string
  readonly code: string
}

/** The languages of a survey, the one it was written in first. */
export const offeredLanguages = ({
  locale,
  proforma,
}: Pick<Definition, 'locale' | 'proforma'>): readonly OfferedLanguage[] => [
  { language: 'default', code: locale ?? 'en' },
  ...(proforma.languages ?? []).map((code) => ({ language: code, code })),
]
