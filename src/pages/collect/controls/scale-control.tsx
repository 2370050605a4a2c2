import { asChoice } from '../../../survey/text.ts'
import { Choices } from './choices.tsx'
import type { ControlProps } from './control-props.ts'

/** One step of a scale, in words, with a face beside each where the survey asks for it. */
export const ScaleControl = ({ question, id, value, onAnswer }: ControlProps<'rating'>) => (
  <Choices
    id={id}
    kind="radio"
    choices={question.rateValues.map(asChoice)}
    chosen={(choice) => choice.value === value}
    choose={(choice) => onAnswer(choice.value)}
    faces={question.proforma?.scale === 'smileys' ? (question.proforma.gladFirst ? 'glad first' : 'sad first') : null}
  />
)
