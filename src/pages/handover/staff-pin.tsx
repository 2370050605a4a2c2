import { useRef, useState } from 'react'
import { checkPin, giveMissingCode, type StaffPin as RightPin } from '../../device/pin.ts'
import { useDevice } from '../app/device-context.ts'
import button from '../styles/button.module.css'
import { PinForm } from './pin-form.tsx'
import css from './pin-field.module.css'
import { PinField } from './pin-field.tsx'
import { pinWords } from './pin-words.ts'
import { RecoveryCode } from './recovery-code.tsx'

/** Asks staff for their PIN. The family's words stand above it; these are for staff. */
export const StaffPin = ({ onRight }: { readonly onRight: (staff: RightPin) => void }) => {
  const { database, clock } = useDevice()
  const field = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [checking, setChecking] = useState(false)
  const [forgotten, setForgotten] = useState(false)
  const [given, setGiven] = useState<{ readonly code: string; readonly staff: RightPin } | null>(null)

  const check = async (): Promise<void> => {
    const typed = field.current?.value ?? ''
    if (field.current !== null) field.current.value = ''
    setChecking(true)
    setProblem(null)
    const checked = await checkPin(database, typed, { clock, crypto })
    if (checked.kind === 'right') {
      const code = await giveMissingCode(database, checked.staff, { clock, crypto })
      return code === null ? onRight(checked.staff) : setGiven({ code, staff: checked.staff })
    }
    setChecking(false)
    setProblem(pinWords(checked))
    field.current?.focus()
  }

  if (given !== null)
    return (
      <RecoveryCode
        code={given.code}
        said="The PIN on this tablet has had no recovery code."
        onWritten={() => onRight(given.staff)}
      />
    )
  if (forgotten)
    return (
      <>
        <PinForm asks="code" onSet={onRight} />
        <div className={css.forgotten}>
          <button type="button" className={button.quiet} onClick={() => setForgotten(false)}>
            Back to the PIN
          </button>
        </div>
      </>
    )
  return (
    <form
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        if (!checking) void check()
      }}
    >
      <PinField id="staff-pin" label="Staff PIN" field={field} problem={problem} />
      <button type="submit" className={button.secondary} aria-disabled={checking}>
        {checking ? 'Checking' : 'Unlock'}
      </button>
      <div className={css.forgotten}>
        <button type="button" className={button.quiet} onClick={() => setForgotten(true)}>
          The PIN is forgotten
        </button>
      </div>
    </form>
  )
}
