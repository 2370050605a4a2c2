import { Component, type ReactNode } from 'react'
import { CannotOpenHere } from './cannot-open.tsx'

/**
 * A form is drawn before its survey has been through the whitelist: one that cannot be drawn ends here and not in an
 * empty page. A class, as React has no other way.
 */
export class FormBoundary extends Component<{ readonly children: ReactNode }, { readonly isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override render() {
    return this.state.isBroken ? <CannotOpenHere why="openNotReadable" /> : this.props.children
  }
}
