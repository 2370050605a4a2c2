import type { Definition } from './definition.ts'

/** "For parents and carers." Empty where nobody said who it is for. A name keeps its capitals, as in "LARC leads". */
export const forWhom = ({ proforma }: Definition): string => {
  const audience = proforma.audience.trim().replace(/\.$/, '')
  return audience === '' ? '' : `For ${audience.replace(/^[A-Z](?![A-Z])/, (first) => first.toLowerCase())}.`
}
