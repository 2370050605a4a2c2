import { Link } from 'wouter'
import type { DeviceDatabase } from '../../device/database.ts'
import { isWaiting } from '../../device/outbox.ts'
import { readReturn } from '../../device/returns.ts'
import { readVersion } from '../../device/versions.ts'
import type { Revision, RevisionId } from '../../response/revision.ts'
import type { Version } from '../../survey/version.ts'
import { useQuery } from '../app/use-readable.ts'
import { FormLanguage } from '../collect/form-language.tsx'
import receipt from '../collect/receipt.module.css'
import { useWords } from '../collect/words.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import { ReturnedAnswers } from './returned-answers.tsx'

/** After sending by a link: thanks, whether it has arrived, and the copy to keep. */
export const LinkReceipt = ({ revision }: { readonly revision: string }) => {
  const read = useQuery(readReceipt, revision as RevisionId)
  if (read === null || read.returned === null || read.version === null) return null
  return (
    <FormLanguage definition={read.version.definition} language={read.returned.language}>
      <Receipt returned={read.returned} version={read.version} waits={read.waits} />
    </FormLanguage>
  )
}

interface ReceiptProps {
  readonly returned: Revision
  readonly version: Version
  readonly waits: boolean
}

const Receipt = ({ returned, version, waits }: ReceiptProps) => {
  const { say } = useWords()
  useScreen(say('receiptTitle'), 'receipt')
  return (
    <div className={receipt.receipt}>
      <div className={receipt.panel}>
        <h1 tabIndex={-1}>{say('receiptThanks')}</h1>
        <p>{say(waits ? 'receiptWaits' : 'receiptReached')}</p>
      </div>
      <ReturnedAnswers returned={returned} version={version} mayChange={false} />
      <p className={receipt.home}>
        <Link href="/" className={button.quiet}>
          {say('linkToStart')}
        </Link>
      </p>
    </div>
  )
}

const readReceipt = async (database: DeviceDatabase, id: RevisionId) => {
  const returned = await readReturn(database, id)
  const version = returned === null ? null : await readVersion(database, returned.version)
  return { returned, version, waits: await isWaiting(database, id) }
}
