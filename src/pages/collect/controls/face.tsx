/** A face, the saddest at step 0 and the gladdest at the last, beside the words of a scale; never instead of them. */
export const Face = ({ step, of }: { readonly step: number; readonly of: number }) => {
  // From -1, sad, to 1, glad.
  const mood = of < 2 ? 0 : (2 * step) / (of - 1) - 1
  return (
    <svg
      width="36"
      height="36"
      viewBox="0 0 36 36"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
    >
      <circle cx="18" cy="18" r="15" fill="var(--paper)" />
      <circle cx="12.5" cy="14" r="1.5" fill="currentColor" />
      <circle cx="23.5" cy="14" r="1.5" fill="currentColor" />
      <path d={`M11 ${23 - mood * 2.5} Q18 ${23 + mood * 8} 25 ${23 - mood * 2.5}`} strokeLinecap="round" />
    </svg>
  )
}
