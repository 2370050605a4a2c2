import type { Choice } from '../../../survey/definition.ts'
import { isList, type Json } from '../../../survey/json.ts'
import { shownOrder } from '../../../survey/shown-order.ts'
import { asChoice } from '../../../survey/text.ts'
import { Choices } from './choices.tsx'
import type { ControlProps } from './control-props.ts'

/** Any number of choices. One with a role, like "None of these", stands alone. */
export const TickAllControl = ({ question, id, value, onAnswer, seed }: ControlProps<'checkbox'>) => {
  const choices = question.choices.map(asChoice)
  const ticked = isList(value) ? value : []
  return (
    <Choices
      id={id}
      kind="checkbox"
      choices={shownOrder(question.choices, question.choicesOrder, seed).map(asChoice)}
      chosen={(choice) => ticked.includes(choice.value)}
      choose={(choice, on) => onAnswer(ticking(choices, ticked, choice, on))}
    />
  )
}

const standsAlone = (choice: Choice): boolean => choice.role !== undefined

const ticking = (all: readonly Choice[], ticked: readonly Json[], choice: Choice, on: boolean): Json => {
  if (on && standsAlone(choice)) return [choice.value]
  // In the order of the survey, not of the ticking, so that equal answers are equal.
  return all
    .filter((one) => (one.value === choice.value ? on : ticked.includes(one.value) && !(on && standsAlone(one))))
    .map((one) => one.value)
}
