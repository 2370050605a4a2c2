import type { ReactNode } from 'react'
import type { Choice } from '../../../survey/definition.ts'

/** A small picture for yes, no, not sure and prefer not to say, beside their words; nothing for any other answer. */
export const Pictogram = ({ choice }: { readonly choice: Choice }) => {
  const lines = linesFor(choice)
  if (lines === null) return null
  return (
    <svg
      width="32"
      height="32"
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {lines}
    </svg>
  )
}

const linesFor = ({ value, role }: Choice): ReactNode => {
  switch (role) {
    case 'not-sure':
    case 'dont-know':
      return question
    case 'refused':
      return quiet
    case 'none':
      return null
    case undefined:
      if (value === 'yes') return tick
      return value === 'no' ? cross : null
    default:
      return role satisfies never
  }
}

const tick = <path d="M6 17.5 13 24 26 9" />

const cross = <path d="m8 8 16 16M24 8 8 24" />

const question = (
  <>
    <path d="M11 12a5 5 0 1 1 7 4.6c-1.4.7-2 1.6-2 3.4" />
    <path d="M16 25v.01" strokeWidth="3" />
  </>
)

/** A mouth that stays shut. */
const quiet = (
  <>
    <circle cx="16" cy="16" r="12" />
    <path d="M11.5 13v.01M20.5 13v.01" strokeWidth="3" />
    <path d="M11 21h10" />
  </>
)
