import { useRef, useState } from 'react'
import { type Proof, setPin, type StaffPin } from '../../device/pin.ts'
import { useDevice } from '../app/device-context.ts'
import { PinField } from './pin-field.tsx'
import { codeWords, pinWords } from './pin-words.ts'
import { RecoveryCode } from './recovery-code.tsx'
import button from '../styles/button.module.css'

interface PinFormProps {
  /** What is asked for before another PIN is set; null where none is set. */
  readonly asks: 'pin' | 'code' | null
  /** Called once the recovery code was shown and written down. */
  readonly onSet: (staff: StaffPin) => void
}

type Given = Extract<Awaited<ReturnType<typeof setPin>>, { kind: 'set' }>

/** Which field a problem belongs to. */
type Fault = { readonly field: 'current' | 'new' | 'again'; readonly words: string }

/** Sets the staff PIN, or changes it. */
export const PinForm = ({ asks, onSet }: PinFormProps) => {
  const { database, clock } = useDevice()
  const currentField = useRef<HTMLInputElement>(null)
  const newField = useRef<HTMLInputElement>(null)
  const againField = useRef<HTMLInputElement>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [saving, setSaving] = useState(false)
  const [given, setGiven] = useState<Given | null>(null)

  const fields = { current: currentField, new: newField, again: againField }
  const fail = (field: Fault['field'], words: string): void => {
    setFault({ field, words })
    fields[field].current?.focus()
  }

  const save = async (): Promise<void> => {
    const pin = newField.current?.value ?? ''
    if (pin !== (againField.current?.value ?? '')) return fail('again', 'The two PINs are not the same.')
    setSaving(true)
    const known = currentField.current?.value ?? ''
    const proof: Proof | null = asks === null ? null : asks === 'pin' ? { pin: known } : { code: known }
    const set = await setPin(database, pin, proof, { clock, crypto })
    setSaving(false)
    switch (set.kind) {
      case 'set':
        for (const field of Object.values(fields)) if (field.current !== null) field.current.value = ''
        setFault(null)
        return setGiven(set)
      case 'failed':
        return fail('new', set.reason)
      case 'wrong':
      case 'wait':
      case 'none':
        return fail(asks === null ? 'new' : 'current', asks === 'code' ? codeWords(set) : pinWords(set))
      default:
        return set satisfies never
    }
  }

  if (given !== null)
    return <RecoveryCode code={given.code} said="The PIN is saved." onWritten={() => onSet(given.staff)} />

  const problemOf = (field: Fault['field']): string | null => (fault?.field === field ? fault.words : null)
  return (
    <form
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        if (!saving) void save()
      }}
    >
      {asks === 'pin' ? (
        <PinField id="pin-now" label="PIN now" field={currentField} problem={problemOf('current')} />
      ) : null}
      {asks === 'code' ? (
        <PinField
          id="pin-code"
          label="Recovery code"
          hint="10 letters and figures, given when the PIN was set."
          isCode
          field={currentField}
          problem={problemOf('current')}
        />
      ) : null}
      <PinField
        id="pin-new"
        label="New staff PIN"
        hint="6 digits, not easy to guess. Nobody can look it up."
        field={newField}
        problem={problemOf('new')}
      />
      <PinField id="pin-again" label="The same PIN again" field={againField} problem={problemOf('again')} />
      <button type="submit" className={button.primary} aria-disabled={saving}>
        {saving ? 'Saving' : 'Save the PIN'}
      </button>
    </form>
  )
}
