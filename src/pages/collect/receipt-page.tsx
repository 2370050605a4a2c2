import { Link } from 'wouter'
import { isWaiting } from '../../device/outbox.ts'
import { readReturn } from '../../device/returns.ts'
import { referenceOf, type RevisionId } from '../../response/revision.ts'
import { readVersion } from '../../device/versions.ts'
import type { DeviceDatabase } from '../../device/database.ts'
import { textIn } from '../../survey/text.ts'
import { useQuery } from '../app/use-readable.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import css from './receipt.module.css'
import { words } from './words.ts'

/** After sending: a reference to quote, and what happens next. */
export const ReceiptPage = ({ revision }: { readonly revision: string }) => {
  const receipt = useQuery(readReceipt, revision as RevisionId)
  useScreen('Your answers are saved', 'receipt')
  if (receipt === null) return null
  if (receipt.returned === null) return <p>This device does not have that return.</p>
  const { returned, version, waits } = receipt
  return (
    <div className={css.receipt}>
      <div className={css.panel}>
        <h1 tabIndex={-1}>Thank you. Your answers are saved</h1>
        <p>
          Your reference
          <br />
          <strong className={css.reference}>{referenceOf(returned.response)}</strong>
        </p>
      </div>
      <h2>What happens next</h2>
      <p>
        {waits
          ? 'The answers are safe on this device. They are sent as soon as it reaches the server: nobody has to do anything.'
          : 'The answers have reached the server.'}
      </p>
      <p>Keep the reference. Quote it to ask about these answers, or to have them taken out.</p>
      {version === null ? null : (
        <details>
          <summary>{words.about}</summary>
          <p className={css.privacy}>{textIn(version.definition.proforma.privacy, returned.language)}</p>
        </details>
      )}
      <p>
        <Link href="/" className={button.primary}>
          Go to Home
        </Link>
      </p>
    </div>
  )
}

const readReceipt = async (database: DeviceDatabase, id: RevisionId) => {
  const returned = await readReturn(database, id)
  return {
    returned,
    version: returned === null ? null : await readVersion(database, returned.version),
    waits: await isWaiting(database, id),
  }
}
