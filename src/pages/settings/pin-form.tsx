import { useRef, useState } from 'react'
import { setPin } from '../../device/pin.ts'
import { useDevice } from '../app/device-context.ts'
import { PinField } from '../handover/pin-field.tsx'
import { pinWords } from '../handover/pin-words.ts'
import button from '../styles/button.module.css'

interface PinFormProps {
  /** Whether there is a PIN: then it is needed to set another. */
  readonly isSet: boolean
  readonly onSet: () => void
}

/** Which field a problem belongs to. */
type Fault = { readonly field: 'current' | 'new' | 'again'; readonly words: string }

/** Sets the staff PIN, or changes it. */
export const PinForm = ({ isSet, onSet }: PinFormProps) => {
  const { database, clock } = useDevice()
  const currentField = useRef<HTMLInputElement>(null)
  const newField = useRef<HTMLInputElement>(null)
  const againField = useRef<HTMLInputElement>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [saving, setSaving] = useState(false)

  const fields = { current: currentField, new: newField, again: againField }
  const fail = (field: Fault['field'], words: string): void => {
    setFault({ field, words })
    fields[field].current?.focus()
  }

  const save = async (): Promise<void> => {
    const pin = newField.current?.value ?? ''
    if (pin !== (againField.current?.value ?? '')) return fail('again', 'The two PINs are not the same.')
    setSaving(true)
    const set = await setPin(database, pin, isSet ? (currentField.current?.value ?? '') : null, { clock, crypto })
    setSaving(false)
    switch (set.kind) {
      case 'set':
        for (const field of Object.values(fields)) if (field.current !== null) field.current.value = ''
        setFault(null)
        return onSet()
      case 'failed':
        return fail('new', set.reason)
      case 'wrong':
      case 'wait':
      case 'none':
        return fail(isSet ? 'current' : 'new', pinWords(set))
      default:
        return set satisfies never
    }
  }

  const problemOf = (field: Fault['field']): string | null => (fault?.field === field ? fault.words : null)
  return (
    <form
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        if (!saving) void save()
      }}
    >
      {isSet ? <PinField id="pin-now" label="PIN now" field={currentField} problem={problemOf('current')} /> : null}
      <PinField
        id="pin-new"
        label="New staff PIN"
        hint="6 digits. Write it down where families do not see it: nobody can look it up."
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
