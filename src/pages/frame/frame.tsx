import { type ReactNode, useRef } from 'react'
import { Link } from 'wouter'
import css from './frame.module.css'
import { LastScreenContext } from './last-screen.ts'
import { SyncChip } from './sync-chip.tsx'

/** The same head on every screen: the name, how things stand with the server, and a way past it for the keyboard. */
export const Frame = ({ children }: { readonly children: ReactNode }) => (
  <LastScreenContext value={useRef<string | null>(null)}>
    <a className={css.skip} href="#main">
      Skip to the main content
    </a>
    <header className={css.header}>
      <div className={css.bar}>
        <Link href="/" className={css.name}>
          Proforma
        </Link>
        <SyncChip />
      </div>
    </header>
    <main id="main" className={css.main} tabIndex={-1}>
      {children}
    </main>
    <footer className={css.footer}>
      <Link href="/settings">Settings</Link>
    </footer>
  </LastScreenContext>
)
