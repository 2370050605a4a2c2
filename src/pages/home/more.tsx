import { type ReactNode, useState } from 'react'
import css from './home.module.css'

interface MoreProps {
  /** Whose actions these are, for who cannot see the card around them. */
  readonly about: string
  readonly children: ReactNode
}

/** What is seldom done with what a card shows, behind one word. */
export const More = ({ about, children }: MoreProps) => {
  // Home has many cards: what stands behind the word is drawn when it is first asked for.
  const [wasOpened, setWasOpened] = useState(false)
  return (
    <details className={css.more} onToggle={({ currentTarget }) => currentTarget.open && setWasOpened(true)}>
      <summary>
        More<span className="visually-hidden"> for {about}</span>
      </summary>
      {wasOpened ? <div className={css.actions}>{children}</div> : null}
    </details>
  )
}
