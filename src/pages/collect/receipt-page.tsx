import { Link } from 'wouter'
import { isWaiting } from '../../device/outbox.ts'
import { readCorrectable } from '../../device/correctable.ts'
import { readReturn } from '../../device/returns.ts'
import { referenceOf, type Revision, type RevisionId } from '../../response/revision.ts'
import { readVersion } from '../../device/versions.ts'
import type { DeviceDatabase } from '../../device/database.ts'
import type { Version } from '../../survey/version.ts'
import { useQuery } from '../app/use-readable.ts'
import { useFormTextSize } from '../frame/use-form-text-size.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import { CorrectAnswers } from './correct-answers.tsx'
import css from './receipt.module.css'
import { FormLanguage } from './form-language.tsx'
import { Wording } from './wording.tsx'
import { useWords } from './words.ts'

/** After sending: a reference to quote, and what happens next. */
export const ReceiptPage = ({ revision }: { readonly revision: string }) => {
  useFormTextSize()
  const receipt = useQuery(readReceipt, revision as RevisionId)
  if (receipt === null) return null
  if (receipt.returned === null) return <NotHere />
  const { returned, version, stands, isCorrectable } = receipt
  return (
    <FormLanguage definition={version?.definition ?? {}} language={returned.language}>
      <Receipt returned={returned} version={version} stands={stands} isCorrectable={isCorrectable} />
    </FormLanguage>
  )
}

interface ReceiptProps {
  readonly returned: Revision
  readonly version: Version | null
  /** Where it is: in the journal alone, waiting to be sent, or on the server. */
  readonly stands: 'alone' | 'waits' | 'reached'
  /** Nothing took its place yet, and its survey is open. */
  readonly isCorrectable: boolean
}

const whereItIs = { alone: 'receiptAlone', waits: 'receiptWaits', reached: 'receiptReached' } as const

const Receipt = ({ returned, version, stands, isCorrectable }: ReceiptProps) => {
  const { say } = useWords()
  useScreen(say('receiptTitle'), 'receipt')
  return (
    <div className={css.receipt}>
      <div className={css.panel}>
        <h1 tabIndex={-1}>{say('receiptThanks')}</h1>
        <p>
          {say('receiptReference')}
          <br />
          <strong className={css.reference}>{referenceOf(returned.response)}</strong>
        </p>
      </div>
      <h2>{say('receiptNext')}</h2>
      <p>{say(whereItIs[stands])}</p>
      <p>{say('receiptKeep')}</p>
      {version === null ? null : (
        <>
          <h2>{say('receiptAbout')}</h2>
          <p className={css.privacy}>
            <Wording text={version.definition.proforma.privacy} />
          </p>
        </>
      )}
      <GoHome />
      {isCorrectable && version !== null ? (
        <CorrectAnswers returned={returned} definition={version.definition} />
      ) : null}
      {returned.way === 'family' ? null : (
        <p className={css.takeOut}>
          <Link href={`/withdraw/${referenceOf(returned.response)}`}>{say('receiptTakeOut')}</Link>
        </p>
      )}
    </div>
  )
}

const NotHere = () => {
  useScreen('These answers are not on this device', 'receipt')
  return (
    <>
      <h1 tabIndex={-1}>These answers are not on this device</h1>
      <p>They were filled in on another one, or they were taken out.</p>
      <GoHome />
    </>
  )
}

const GoHome = () => {
  const { say } = useWords()
  return (
    <p className={css.home}>
      <Link href="/" className={button.primary}>
        {say('goHome')}
      </Link>
    </p>
  )
}

const readReceipt = async (database: DeviceDatabase, id: RevisionId) => {
  const kept = await readReturn(database, id).catch(() => null)
  const returned = kept ?? (await inJournal(database, id))
  return {
    returned,
    version: returned === null ? null : await readVersion(database, returned.version).catch(() => null),
    stands: kept === null ? 'alone' : (await isWaiting(database, id)) ? 'waits' : 'reached',
    isCorrectable: kept !== null && (await readCorrectable(database, kept.response))?.id === id,
  } as const
}

/** One that the database could not keep. */
const inJournal = async (database: DeviceDatabase, id: RevisionId): Promise<Revision | null> => {
  const { readAlone } = await import('../../device/journal/read-alone.ts')
  return (await readAlone(database)).find((revision) => revision.id === id) ?? null
}
