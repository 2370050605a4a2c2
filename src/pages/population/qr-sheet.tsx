import type { Recipient } from '../../population/ledger.ts'
import button from '../styles/button.module.css'
import { OneQr } from './one-qr.tsx'
import css from './population.module.css'
import type { MadeLink } from './send-letters.tsx'

interface QrSheetProps {
  readonly links: readonly MadeLink[]
  readonly recipients: readonly Recipient[]
  readonly title: string
}

/** A slip for each, to be cut apart: the name, the code, and the link in letters. */
export const QrSheet = ({ links, recipients, title }: QrSheetProps) => {
  const names = new Map(recipients.map(({ recipient, name }) => [recipient as string, name]))
  return (
    <section className={css.part}>
      <h2>QR codes for {links.length}</h2>
      <p className={css.noPrint}>
        <button type="button" className={button.primary} onClick={() => window.print()}>
          Print
        </button>
      </p>
      <ul className={css.slips}>
        {links.map(({ recipient, link }) => (
          <li key={recipient}>
            <strong>{names.get(recipient)}</strong>
            <span>{title}</span>
            <OneQr link={link} />
            <span className={css.link}>{link}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
