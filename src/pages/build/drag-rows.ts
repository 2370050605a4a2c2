import type { Spot } from '../../survey/edit/spot.ts'
import { type Drop, dropSpot, type RowUnder, scrollStep } from './drop-spot.ts'

/** How far a mouse goes before it drags and no longer clicks, in CSS pixels. */
const dragFrom = 6

interface Drag {
  readonly name: string
  readonly item: Element
  readonly pointer: number
  readonly from: number
  /** Where the pointer is, from the top of the screen. */
  y: number
  isOn: boolean
  drop: Drop | null
}

interface DragPorts {
  /** Called once when something is let go over another place than its own. */
  readonly move: (name: string, spot: Spot) => void
  /** The class of the line that shows where it will land. */
  readonly lineClass: string
}

/**
 * Lets the rows of a list be dragged: by a mouse anywhere on a row, by a finger on its handle, so that the rest still
 * scrolls. An extra: Up, Down and Move to do the same. An item is `[data-row]`, its row in it `[data-kind]`, its handle
 * `[data-handle]`. Returns how to stop.
 */
export const dragRows = (list: HTMLElement, { move, lineClass }: DragPorts): (() => void) => {
  let drag: Drag | null = null
  let frame = 0
  const line = document.createElement('div')
  line.className = lineClass

  const showDrop = (now: Drag): void => {
    const under = rowUnder(list, now)
    now.drop = under === null ? null : dropSpot(under, now.y)
    if (under === null || now.drop === null) return line.remove()
    const edge = now.drop.edge === 'top' ? under.top : under.bottom
    line.style.top = `${edge - list.getBoundingClientRect().top - list.clientTop + list.scrollTop}px`
    list.append(line)
  }

  const scroll = (): void => {
    if (drag === null) return
    const ownScroll = list.scrollHeight > list.clientHeight + 1
    const { top, bottom } = list.getBoundingClientRect()
    const step = ownScroll ? scrollStep(drag.y, top, bottom) : scrollStep(drag.y, 0, innerHeight)
    if (step !== 0) {
      ;(ownScroll ? list : window).scrollBy(0, step)
      showDrop(drag)
    }
    frame = requestAnimationFrame(scroll)
  }

  const end = (): void => {
    cancelAnimationFrame(frame)
    line.remove()
    list.removeAttribute('data-dragging')
    drag?.item.removeAttribute('data-dragged')
    window.removeEventListener('keydown', cancel, true)
    drag = null
  }

  const cancel = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    end()
  }

  const begin = (now: Drag): void => {
    now.isOn = true
    list.setPointerCapture(now.pointer)
    list.setAttribute('data-dragging', '')
    now.item.setAttribute('data-dragged', '')
    window.addEventListener('keydown', cancel, true)
    frame = requestAnimationFrame(scroll)
  }

  const onDown = (event: PointerEvent): void => {
    if (!(event.target instanceof Element) || event.button !== 0 || drag !== null) return
    const isHandle = event.target.closest('[data-handle]') !== null
    const item = event.target.closest('li[data-row]')
    if (item === null || !(isHandle || (event.pointerType === 'mouse' && event.target.closest('[data-kind]') !== null)))
      return
    const name = item.getAttribute('data-row') ?? ''
    drag = { name, item, pointer: event.pointerId, from: event.clientY, y: event.clientY, isOn: false, drop: null }
    if (isHandle) begin(drag)
  }

  const onMove = (event: PointerEvent): void => {
    if (drag === null || event.pointerId !== drag.pointer) return
    drag.y = event.clientY
    if (!drag.isOn && Math.abs(drag.y - drag.from) >= dragFrom) begin(drag)
    if (drag.isOn) showDrop(drag)
  }

  const onUp = (event: PointerEvent): void => {
    if (drag === null || event.pointerId !== drag.pointer) return
    const { isOn, drop, name } = drag
    end()
    if (isOn && drop !== null) move(name, drop.spot)
  }

  const listeners = [
    ['pointerdown', onDown],
    ['pointermove', onMove],
    ['pointerup', onUp],
    ['pointercancel', end],
  ] as const
  for (const [kind, listener] of listeners) list.addEventListener(kind, listener as EventListener)
  return () => {
    end()
    for (const [kind, listener] of listeners) list.removeEventListener(kind, listener as EventListener)
  }
}

/** The row at the height of the pointer, however far to the side it is; null over nothing, and over what is dragged. */
const rowUnder = (list: HTMLElement, { y, item }: Drag): RowUnder | null => {
  const { left, width, top, bottom } = list.getBoundingClientRect()
  const height = Math.max(top + 1, 0, Math.min(bottom - 1, innerHeight - 1, y))
  const place = document.elementFromPoint(left + width / 2, height)?.closest('[data-row]') ?? null
  const row = place?.querySelector('[data-kind]') ?? null
  if (place === null || row === null || !list.contains(place) || item.contains(place)) return null
  const kind = row.getAttribute('data-kind')
  if (kind !== 'section' && kind !== 'group' && kind !== 'question') return null
  const box = row.getBoundingClientRect()
  return { name: place.getAttribute('data-row') ?? '', kind, top: box.top, bottom: box.bottom }
}
