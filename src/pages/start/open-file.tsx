import { useState } from 'react'
import type { Definition } from '../../survey/definition.ts'
import { FileButton } from '../frame/file-button.tsx'
import button from '../styles/button.module.css'
import css from './start.module.css'
import { loadOpenParts } from './open-parts.ts'
import type { StartDesign } from './use-start-design.ts'

type Read =
  | { readonly definition: Definition; readonly notes: readonly { readonly where: string; readonly words: string }[] }
  | { readonly reason: string }

/** Reads a survey from a file, and shows what was left out before it is taken. */
export const OpenFile = ({ start }: { readonly start: StartDesign }) => {
  const [read, setRead] = useState<Read | null>(null)

  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    const { importDefinitionText } = await loadOpenParts()
    const imported = importDefinitionText(await file.text())
    if (!imported.ok) setRead({ reason: imported.reason })
    else if (imported.notes.length === 0) await start(() => imported.definition)
    else
      setRead({
        definition: imported.definition,
        notes: imported.notes.map(({ where, what, why }) => ({ where, words: `${what}. ${why}` })),
      })
  }

  return (
    <>
      <FileButton label="Open a file" accept=".json,application/json" onFile={(file) => void open(file)} />
      {read === null ? null : 'reason' in read ? (
        <p role="alert" className={css.problem}>
          This file cannot be opened: {read.reason}
        </p>
      ) : (
        <div role="alert">
          <p>{read.notes.length === 1 ? '1 thing was' : `${read.notes.length} things were`} left out or changed:</p>
          <ul>
            {read.notes.map(({ where, words }) => (
              <li key={`${where} ${words}`}>
                {where === '' ? '' : `${where}: `}
                {words}
              </li>
            ))}
          </ul>
          <button type="button" className={button.primary} onClick={() => void start(() => read.definition)}>
            Take it like this
          </button>
        </div>
      )}
    </>
  )
}
