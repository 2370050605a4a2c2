import type { Definition } from '../definition.ts'
import { done, type Edited } from './edited.ts'

/** Remembers that a finding of the check was called fine as it is, by the key that stands for it on these words. */
export const callFine = (definition: Definition, key: string): Edited => {
  const fine = definition.proforma.fine ?? []
  const next = fine.includes(key)
    ? definition
    : { ...definition, proforma: { ...definition.proforma, fine: [...fine, key] } }
  return done(next, 'Called fine as it is')
}
