import type { SurveyId } from './ids.ts'

/**
 * A definition is plain SurveyJS JSON: only what the whitelist of `src/engine` lets in, with two additions of our own,
 * `proforma` on the survey and on a question, and `role` on a choice. All of it is data: nothing here can run.
 */
export interface Definition {
  readonly proforma: SurveySettings
  readonly title: Text
  readonly description?: Text
  readonly locale?: string
  readonly pages: readonly Page[]
}

/** A wording: one string, or one for each language, `default` being the language it was written in. */
export type Text = string | { readonly default: string; readonly [language: string]: string }

export interface SurveySettings {
  readonly id: SurveyId
  /** Whether one response speaks for a person or for an organisation: decides how small numbers are protected. */
  readonly units: 'people' | 'organisations'
  /** Who it is for, in a few words: "Lead officers of local authorities". */
  readonly audience: string
  /** How long it takes to fill in, in minutes, as told to those who are asked. */
  readonly minutes: number
  /** Who asks, why, how long it is kept, whom to contact: shown before the first question. */
  readonly privacy: Text
  /** The languages it is translated into, by code: `cy`, `ur`. The language it was written in is not among them. */
  readonly languages?: readonly string[]
  /** Which of them a machine translated, as long as nobody who speaks the language has checked it: staff are told. */
  readonly machineMade?: readonly string[]
  /** Names of questions that were deleted, never given again: answers kept under them stay theirs. Draft only. */
  readonly retired?: readonly string[]
  /** Findings of the check before sharing that were called fine as they are, by key. Draft only. */
  readonly fine?: readonly string[]
}

export interface Page {
  readonly name: string
  readonly title?: Text
  readonly description?: Text
  readonly visibleIf?: string
  readonly elements: readonly Element[]
}

export type Element = Question | Panel

export interface Panel {
  readonly type: 'panel'
  readonly name: string
  readonly title?: Text
  readonly description?: Text
  readonly visibleIf?: string
  readonly elements: readonly Element[]
}

/** What every question has, whatever its kind. */
interface Asked {
  readonly name: string
  readonly title: Text
  readonly description?: Text
  readonly isRequired?: boolean
  readonly visibleIf?: string
  readonly proforma?: QuestionSettings
}

export interface QuestionSettings {
  /** What an interviewer may say to help someone answer. */
  readonly prompts?: Text
  /** How a scale is drawn: words alone, or a face beside each. */
  readonly scale?: 'words' | 'smileys'
  /** The faces of a scale run from glad to sad: its first step is the best one. */
  readonly gladFirst?: boolean
  /** What a number counts: "years". */
  readonly unit?: Text
  /** This question answers for an activity that the respondent named: see {@link OpenEnded}. */
  readonly openEnded?: OpenEnded
  /** How many photos may be given, 1 to 5; one where it is left out. */
  readonly most?: number
  /** This choice is the consent: all that is asked after it hangs on its answer `yes`. */
  readonly consent?: boolean
  /** What a repeated group has an entry for, in the singular: "Child". */
  readonly each?: Text
  /** What the question does not show as it stands now, and brings back. Draft only: publishing leaves it out. */
  readonly kept?: Kept
}

/** What a question had as another kind, and the choices that were taken off its lists, whose codes stay theirs. */
export interface Kept {
  readonly choices?: readonly Entry[]
  readonly columns?: readonly Entry[]
  readonly rows?: readonly Entry[]
  readonly rateValues?: readonly Entry[]
  readonly choicesOrder?: 'random'
  readonly rowsOrder?: 'random'
  readonly eachRowRequired?: boolean
  readonly numbers?: Range
  readonly dates?: Range
  readonly maxLength?: number
  /** How many lines a long text shows. */
  readonly lines?: number
  readonly scale?: 'words' | 'smileys'
  readonly unit?: Text
  readonly openEnded?: OpenEnded
  readonly consent?: boolean
  readonly most?: number
  readonly removed?: { readonly [L in ListName]?: readonly Entry[] }
}

/** The lists that a question may have: answers, and the rows of a grid. */
export type ListName = 'choices' | 'columns' | 'rows' | 'rateValues'

export interface Range {
  readonly min?: number | string
  readonly max?: number | string
}

/**
 * An open-ended row of a grid: the respondent writes the item in the question `words` and answers it here, with the
 * answers of the grid `of`. Coded by theme, it becomes a row of that grid's table, with an asterisk.
 */
export interface OpenEnded {
  readonly of: string
  readonly words: string
}

/** What an answer means beyond its words: a code of its own in the codebook. Not sure is an answer like any other. */
export type AnswerRole = 'not-sure' | 'refused' | 'dont-know' | 'none'

export interface Choice {
  readonly value: string | number
  readonly text?: Text
  readonly role?: AnswerRole
}

/** A choice as SurveyJS lets it be written: in full, or a bare value that is its own wording. */
export type Entry = Choice | string | number

export type Question =
  | ChoiceQuestion
  | TickAllQuestion
  | GridQuestion
  | ScaleQuestion
  | TextQuestion
  | CommentQuestion
  | GroupQuestion
  | PhotoQuestion
  | SignatureQuestion

export interface ChoiceQuestion extends Asked {
  readonly type: 'radiogroup'
  readonly choices: readonly Entry[]
  readonly choicesOrder?: 'random'
}

export interface TickAllQuestion extends Asked {
  readonly type: 'checkbox'
  readonly choices: readonly Entry[]
  readonly choicesOrder?: 'random'
}

/** Items by answers: each row is an item of its own. */
export interface GridQuestion extends Asked {
  readonly type: 'matrix'
  readonly columns: readonly Entry[]
  readonly rows: readonly (Choice | string)[]
  readonly rowsOrder?: 'random'
  readonly eachRowRequired?: boolean
}

export interface ScaleQuestion extends Asked {
  readonly type: 'rating'
  readonly rateValues: readonly Entry[]
}

export interface TextQuestion extends Asked {
  readonly type: 'text'
  readonly inputType?: 'text' | 'number' | 'date'
  readonly min?: number | string
  readonly max?: number | string
  readonly maxLength?: number
}

export interface CommentQuestion extends Asked {
  readonly type: 'comment'
  readonly rows?: number
  readonly maxLength?: number
}

/**
 * A repeated group: the same questions for each child, visit or job. Its answer is a list of entries, each an object by
 * question. Rules and wordings inside speak of an earlier question of the same entry as `{panel.age}`.
 */
export interface GroupQuestion extends Asked {
  readonly type: 'paneldynamic'
  /** Every kind but a grid and another group. Their names stand once in the whole survey. */
  readonly templateElements: readonly Question[]
  readonly minPanelCount?: number
  readonly maxPanelCount?: number
}

/** Answered with photos. The answer is a list of references; their bytes are kept beside the answers. */
export interface PhotoQuestion extends Asked {
  readonly type: 'file'
}

/** Answered with a typed name, which always suffices, and a drawn signature beside it for those who wish. */
export interface SignatureQuestion extends Asked {
  readonly type: 'signaturepad'
}
