import type { ReactNode } from 'react'

/** What a drawing shows: a tablet, and what is pressed on it. */
export type Drawn =
  | 'safari-share'
  | 'add-to-home'
  | 'home-icon'
  | 'chrome-menu'
  | 'install'
  | 'switch-on'
  | 'triple-click'
  | 'pin-app'
  | 'give-back'

/** A plain drawing of a tablet. The words beside it say the same. */
export const Drawing = ({ drawn }: { readonly drawn: Drawn }) => (
  <svg
    viewBox="0 0 160 120"
    fill="none"
    stroke="var(--ink)"
    strokeWidth="2.5"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <rect x="20" y="14" width="120" height="92" rx="8" fill="var(--paper)" />
    {inside[drawn]}
  </svg>
)

/** Where a finger goes. */
const pressed = (x: number, y: number, radius = 13): ReactNode => (
  <circle cx={x} cy={y} r={radius} stroke="var(--chart-2)" strokeWidth="3.5" />
)

const bar = <path d="M20 34h120" />

const icon = (x: number, y: number): ReactNode => (
  <>
    <rect x={x - 14} y={y - 14} width="28" height="28" rx="6" fill="var(--brand)" stroke="none" />
    <path d={`M${x - 6} ${y - 4}h12M${x - 6} ${y + 4}h8`} stroke="var(--paper)" />
  </>
)

const dots = (x: number, y: number): ReactNode => (
  <path d={`M${x} ${y - 6}v0M${x} ${y}v0M${x} ${y + 6}v0`} strokeWidth="4.5" />
)

/** A menu with its lines, one of them chosen. */
const menu = (
  <>
    <rect x="62" y="40" width="70" height="58" rx="4" />
    <path d="M70 52h40M70 88h34" stroke="var(--control)" />
    <rect x="66" y="60" width="62" height="18" rx="3" fill="var(--chosen)" stroke="var(--chart-2)" />
  </>
)

const inside: { readonly [D in Drawn]: ReactNode } = {
  'safari-share': (
    <>
      {bar}
      <path d="M114 21h-5v9h14v-9h-5M116 26V17M113 19.5l3-3 3 3" strokeWidth="2" />
      {pressed(116, 24, 15)}
    </>
  ),
  'add-to-home': (
    <>
      {bar}
      {menu}
      <path d="M72 69h24" />
      <rect x="110" y="63.5" width="11" height="11" rx="2" strokeWidth="2" />
      <path d="M115.5 66.5v5M113 69h5" strokeWidth="2" />
    </>
  ),
  'home-icon': (
    <>
      <rect x="36" y="30" width="24" height="24" rx="5" stroke="var(--control)" />
      <rect x="36" y="66" width="24" height="24" rx="5" stroke="var(--control)" />
      <rect x="100" y="30" width="24" height="24" rx="5" stroke="var(--control)" />
      {icon(80, 42)}
      {pressed(80, 42, 24)}
    </>
  ),
  'chrome-menu': (
    <>
      {bar}
      {dots(126, 24)}
      {pressed(126, 24)}
    </>
  ),
  install: (
    <>
      {bar}
      {menu}
      <path d="M84 64v8M80 69l4 4 4-4M94 74H74" strokeWidth="2" />
      <path d="M102 69h18" />
    </>
  ),
  'switch-on': (
    <>
      <path d="M36 38h48M36 60h36M36 82h48" stroke="var(--control)" />
      <rect x="94" y="50" width="32" height="20" rx="10" fill="var(--ok)" />
      <circle cx="116" cy="60" r="7" fill="var(--paper)" stroke="none" />
      {pressed(110, 60, 24)}
    </>
  ),
  'triple-click': (
    <>
      <path d="M108 14V8h18v6" />
      <path d="M36 44h50M36 58h70M36 72h40" stroke="var(--control)" />
      <text x="88" y="13" fontSize="14" fontWeight="700" fill="var(--ink)" stroke="none" textAnchor="middle">
        3 ×
      </text>
      {pressed(117, 11, 10)}
    </>
  ),
  'pin-app': (
    <>
      <rect x="48" y="38" width="64" height="52" rx="4" />
      {icon(80, 38)}
      <path d="M58 66h44M58 78h28" stroke="var(--control)" />
      {pressed(80, 38, 22)}
    </>
  ),
  'give-back': (
    <>
      <rect x="62" y="56" width="36" height="28" rx="4" fill="var(--chosen)" />
      <path d="M69 56v-8a11 11 0 0 1 21-4" />
      <path d="M80 67v7" />
    </>
  ),
}
