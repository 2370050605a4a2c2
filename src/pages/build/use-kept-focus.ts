import { useEffect } from 'react'
import { useSession } from './session-context.ts'

const focusable = ':is(button, input, select, textarea, a[href], summary):not([tabindex="-1"])'

/**
 * Keeps the focus where it helps when an edit takes away or moves what had it: on the same thing where it stands again,
 * else in the group it stood in, else on the chosen row of the list. Without this, Undo, Delete and a move to another
 * section would send a keyboard back to the top of the page.
 */
export const useKeptFocus = (): void => {
  const { state } = useSession()
  useEffect(
    () =>
      // Called before the screen is drawn again: what has the focus now may be gone then.
      state.subscribe(() => {
        const before = document.activeElement
        if (!(before instanceof HTMLElement) || before === document.body) return
        const around = groupsAround(before)
        const inList = before.closest('nav') !== null
        requestAnimationFrame(() => {
          const now = document.activeElement
          // On a row, the focus goes with what is chosen: to what Undo brought back.
          if (now === before && before.id.startsWith('row-')) return rowOf(state.get().chosen)?.focus()
          if (now !== document.body && canTake(now)) return
          const same = before.isConnected ? before : before.id === '' ? null : document.getElementById(before.id)
          const inGroup = inList ? null : around.find((group) => group.isConnected)?.querySelector(focusable)
          const places = [same, inGroup, rowOf(state.get().chosen), document.querySelector('main h1')]
          places.find((place): place is HTMLElement => place instanceof HTMLElement && canTake(place))?.focus()
        })
      }),
    [state],
  )
}

const groupsAround = (element: HTMLElement): readonly Element[] => {
  const group = element.parentElement?.closest<HTMLElement>('fieldset, section') ?? null
  return group === null ? [] : [group, ...groupsAround(group)]
}

const canTake = (element: Element | null): boolean =>
  element?.matches(':disabled') === false && element.checkVisibility()

const rowOf = (chosen: string | null): HTMLElement | null =>
  document.getElementById(chosen === null ? 'row-of-settings' : `row-${chosen}`)
