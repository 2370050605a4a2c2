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
  useScreen(titleOf(receipt), receipt === null ? null : 'receipt')
  if (receipt === null) return null
  if (receipt.returned === null) {
    return (
      <>
        <h1 tabIndex={-1}>These answers are not on this device</h1>
        <p>They were filled in on another one, or they were taken out.</p>
        <GoHome />
      </>
    )
  }
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
      <GoHome />
    </div>
  )
}

const GoHome = () => (
  <p className={css.home}>
    <Link href="/" className={button.primary}>
      Go to Home
    </Link>
  </p>
)

type Receipt = Awaited<ReturnType<typeof readReceipt>>

const titleOf = (receipt: Receipt | null): string =>
  receipt === null || receipt.returned !== null ? 'Your answers are saved' : 'These answers are not on this device'

const readReceipt = async (database: DeviceDatabase, id: RevisionId) => {
  const returned = await readReturn(database, id)
  return {
    returned,
    version: returned === null ? null : await readVersion(database, returned.version),
    waits: await isWaiting(database, id),
  }
}
