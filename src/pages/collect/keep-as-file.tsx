import { useState } from 'react'
import { carryDraft } from '../../device/carry-draft.ts'
import type { KeptDraft } from '../../device/database.ts'
import { referenceOf } from '../../response/revision.ts'
import type { Version } from '../../survey/version.ts'
import { useDevice } from '../app/device-context.ts'
import { download } from '../frame/download.ts'
import button from '../styles/button.module.css'
import css from './form.module.css'
import { useWords } from './words.ts'

interface KeepAsFileProps {
  readonly unsaved: KeptDraft
  readonly version: Version
}

/** Where this device can keep nothing more: the answers as they stand, as a file. */
export const KeepAsFile = ({ unsaved, version }: KeepAsFileProps) => {
  const { database, newId } = useDevice()
  const { say } = useWords()
  const [kept, setKept] = useState<KeptDraft | null>(null)
  const file = `proforma-${referenceOf(unsaved.draft.response)}.ndjson`

  const save = (): void => {
    download(file, 'application/x-ndjson', carryDraft(database.name, unsaved, version, newId))
    setKept(unsaved)
  }

  return (
    <div className={css.asFile}>
      <button type="button" className={button.secondary} onClick={save}>
        {say('saveAsFile')}
      </button>
      {/* What is typed after it is in no file. */}
      <output>{kept === unsaved ? say('savedAsFile', { file }) : null}</output>
    </div>
  )
}
