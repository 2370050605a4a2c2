import type { Question } from '../../../survey/definition.ts'
import type { Json } from '../../../survey/json.ts'

/** What every control is given. It shows the answer and says when it changes; it keeps nothing itself. */
export interface ControlProps<Kind extends Question['type']> {
  readonly question: Extract<Question, { readonly type: Kind }>
  /** The id of the first field, where a link from the error summary leads. */
  readonly id: string
  readonly value: Json | undefined
  readonly onAnswer: (value: Json | undefined) => void
  readonly language: string
  readonly seed: string
  /** The ids of the hint and the error, for fields that are not inside a described group. */
  readonly describedBy: string | undefined
  readonly invalid: boolean
}
