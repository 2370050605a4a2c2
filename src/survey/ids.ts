/** A string that only its maker can hand out, so that swapping two ids does not compile. */
type Branded<Name extends string> = string & { readonly __id: Name }

/** Names a survey through all its versions, as written in its definition: `larc-support-needs`. */
export type SurveyId = Branded<'survey'>

/** Names one published version: the SHA-256, in hex, of its canonical definition. */
export type VersionId = Branded<'version'>

/** Names one thing that can be answered: a question (`role`) or one row of a grid (`support.analysing`). */
export type ItemId = Branded<'item'>

/** What a question, a row or a survey may be called. A dot would be read as a path, a dash as a minus, by expressions; and what every object has is found in one where nothing was put. */
export const namePattern =
  /^(?!(?:constructor|hasownproperty|isprototypeof|propertyisenumerable|tolocalestring|tostring|valueof)$)[a-z][a-z0-9_]{0,63}$/i

/** What a survey may be called, in addresses and file names. */
export const surveyIdPattern = /^[a-z][a-z0-9-]{0,63}$/

const sha256Pattern = /^[0-9a-f]{64}$/

export const isSurveyId = (text: string): text is SurveyId => surveyIdPattern.test(text)

export const isVersionId = (text: string): text is VersionId => sha256Pattern.test(text)

/** The item that a question without rows is: `itemId('role')`; or one row of a grid: `itemId('support', 'analysing')`. */
export const itemId = (question: string, row?: string): ItemId =>
  (row === undefined ? question : `${question}.${row}`) as ItemId
