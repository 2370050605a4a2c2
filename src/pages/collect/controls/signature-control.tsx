import { type Signature, signatureIn } from '../../../response/attachment.ts'
import type { Json } from '../../../survey/json.ts'
import { useWords } from '../words.ts'
import type { ControlProps } from './control-props.ts'
import css from './field.module.css'

/** A name in letters, which always suffices. */
export const SignatureControl = ({ id, value, onAnswer, invalid }: ControlProps<'signaturepad'>) => {
  const { say } = useWords()
  const { name, drawn } = signatureIn(value) ?? { name: '', drawn: null }
  return (
    <div className={css.named}>
      <label htmlFor={id}>{say('yourName')}</label>
      <input
        id={id}
        type="text"
        className={css.field}
        autoComplete="off"
        value={name}
        aria-invalid={invalid}
        onChange={(event) => onAnswer(asAnswer({ name: event.target.value, drawn }))}
      />
    </div>
  )
}

const asAnswer = ({ name, drawn }: Signature): Json | undefined => {
  if (drawn !== null) return { name, drawn }
  return name === '' ? undefined : { name }
}
