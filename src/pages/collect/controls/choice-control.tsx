import { shownOrder } from '../../../survey/shown-order.ts'
import { asChoice } from '../../../survey/text.ts'
import { Choices } from './choices.tsx'
import type { ControlProps } from './control-props.ts'

/** One choice of several. */
export const ChoiceControl = ({ question, id, value, onAnswer, seed }: ControlProps<'radiogroup'>) => (
  <Choices
    id={id}
    kind="radio"
    choices={shownOrder(question.choices, question.choicesOrder, seed).map(asChoice)}
    chosen={(choice) => choice.value === value}
    choose={(choice) => onAnswer(choice.value)}
  />
)
