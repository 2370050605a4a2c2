import { useState } from 'react'
import { carryOut } from '../../device/carry-out.ts'
import { takeIn, type TakenIn } from '../../device/take-in.ts'
import { useDevice } from '../app/device-context.ts'
import { download } from '../frame/download.ts'
import { FileButton } from '../frame/file-button.tsx'
import button from '../styles/button.module.css'
import { fileName } from './file-name.ts'
import css from './outbox.module.css'

/** Sending without a network: a file that another device or the server takes in. */
export const Carry = () => {
  const { database, background, clock } = useDevice()
  const [told, setTold] = useState<TakenIn | null>(null)

  const save = async (what: 'unsent' | 'surveys'): Promise<void> => {
    download(fileName(what, clock()), 'application/x-ndjson', await carryOut(database, what))
  }

  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    const taken = await takeIn(database, await file.text())
    setTold(taken)
    if (taken.ok) await (await background).sync.returned()
  }

  return (
    <>
      <h2>Without a network</h2>
      <p>
        A file carries what is on this device to another one, or to the person who looks after the server. It holds
        people’s answers: keep it as safe as the tablet, and delete it when it has been taken in.
      </p>
      <div className={button.row}>
        <button type="button" className={button.secondary} onClick={() => void save('unsent')}>
          Save everything not yet sent as a file
        </button>
        <button type="button" className={button.secondary} onClick={() => void save('surveys')}>
          Save the surveys as a file
        </button>
        <FileButton label="Take in a file" accept=".ndjson,application/x-ndjson" onFile={(file) => void open(file)} />
      </div>
      <output className={css.taken}>{told === null ? null : told.ok ? takenWords(told) : null}</output>
      {told === null ? null : told.ok ? (
        told.faults.length === 0 ? null : (
          <ul role="alert" className={css.problem}>
            {told.faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        )
      ) : (
        <p role="alert" className={css.problem}>
          This file was not taken in. {told.reason}
        </p>
      )}
    </>
  )
}

const takenWords = ({ versions, returns, known, drafts }: Extract<TakenIn, { ok: true }>): string => {
  const parts = [
    counted(returns, 'return', 'returns'),
    counted(drafts, 'form that was begun', 'forms that were begun'),
    counted(versions, 'survey', 'surveys'),
  ].filter((part) => part !== '')
  const here = known === 0 ? '' : ` ${counted(known, 'return was', 'returns were')} here already.`
  return `Taken in: ${parts.length === 0 ? 'nothing new' : parts.join(', ')}.${here}`
}

const counted = (count: number, one: string, more: string): string =>
  count === 0 ? '' : `${count} ${count === 1 ? one : more}`
