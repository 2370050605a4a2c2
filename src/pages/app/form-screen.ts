import type { ComponentType } from 'react'
import type { CollectPageProps } from '../collect/collect-page.tsx'

let here: ComponentType<CollectPageProps> | null = null

/** Said by the screen of a form as soon as its script has run. */
export const formScreenIsHere = (Screen: ComponentType<CollectPageProps>): void => {
  here = Screen
}

/** The screen of a form, where the page itself named its script; null where it has yet to be fetched. */
export const formScreen = (): ComponentType<CollectPageProps> | null => here
