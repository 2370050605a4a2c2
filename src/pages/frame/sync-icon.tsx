import type { SyncState } from '../../device/sync-state.ts'

interface SyncIconProps {
  readonly kind: SyncState['kind']
  /** In pixels. */
  readonly size: number
}

/** How things stand with the server, as a sign beside the words. */
export const SyncIcon = ({ kind, size }: SyncIconProps) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    aria-hidden="true"
  >
    <path d={icons[kind]} strokeLinecap="round" strokeLinejoin="round" />
  </svg>
)

/** A tablet that holds; waves above a dot; an arrow going up; a tick; a sign to look. */
const icons: { readonly [K in SyncState['kind']]: string } = {
  'working-offline': 'M4 2h8v12H4z M7 12h2',
  'wifi-sign-in': 'M2 6.5a8.5 8.5 0 0 1 12 0 M4.8 9.6a4.5 4.5 0 0 1 6.4 0 M8 13v.01',
  'to-send': 'M8 13V3 M4 7l4-4 4 4',
  'all-sent': 'M3 8l3.5 4L13 4',
  'could-not-send': 'M8 3v6 M8 12.5v.5',
}
