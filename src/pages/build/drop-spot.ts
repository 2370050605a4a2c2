import type { Spot } from '../../survey/edit/spot.ts'

/** A row of the list under a pointer, with the place it takes on the screen, in CSS pixels from the top. */
export interface RowUnder {
  readonly name: string
  readonly kind: 'section' | 'group' | 'question'
  readonly top: number
  readonly bottom: number
}

/** Where what is dragged will land, and the edge of the row at which a line shows it. */
export interface Drop {
  readonly spot: Spot
  readonly edge: 'top' | 'bottom'
}

/**
 * Above the middle of a question or group is before it, below is after it; below the middle of a group is inside it, as
 * its first. A section takes what is dropped on it as its first.
 */
export const dropSpot = ({ name, kind, top, bottom }: RowUnder, y: number): Drop => {
  const isAbove = y < (top + bottom) / 2
  switch (kind) {
    case 'section':
      return { spot: { atStartOf: name }, edge: 'bottom' }
    case 'group':
      return isAbove ? { spot: { before: name }, edge: 'top' } : { spot: { atStartOf: name }, edge: 'bottom' }
    case 'question':
      return isAbove ? { spot: { before: name }, edge: 'top' } : { spot: { after: name }, edge: 'bottom' }
    default:
      return kind satisfies never
  }
}

/** How near to an edge a drag scrolls, and by how much a frame, in CSS pixels. */
const nearEdge = 48
const mostStep = 14

/** How far to scroll in this frame while dragging at `y` between two edges: the nearer to one, the faster. */
export const scrollStep = (y: number, top: number, bottom: number): number => {
  const above = top + nearEdge - y
  const below = y - (bottom - nearEdge)
  const share = Math.min(1, Math.max(above, below, 0) / nearEdge)
  return Math.ceil(share * mostStep) * (above > below ? -1 : 1) || 0
}
