import type { Definition } from '../../survey/definition.ts'

/** The code of a form's language: `default` is the one the survey was written in, English where it does not say. */
export const languageCode = ({ locale }: Pick<Definition, 'locale'>, language: string): string =>
  language === 'default' ? (locale ?? 'en') : language
