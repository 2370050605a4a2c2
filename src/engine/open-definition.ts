import { canonicalJson } from '../survey/canonical-json.ts'
import type { Definition } from '../survey/definition.ts'
import type { Json } from '../survey/json.ts'
import type { Finding } from './finding.ts'
import { limits } from '../survey/limits.ts'
import { doubledChoices, doubledNames, impossibleGroups, namesOfEntries, tooManyItems } from './names.ts'
import { brokenRules } from './rules.ts'
import { whitelist } from './whitelist.ts'

export type Opened =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/**
 * Opens parsed JSON as a definition, whole or not at all: through the whitelist and the limits, with names that stand
 * once and rules that look back. Nothing is left out silently: what can't be taken is a finding.
 *
 * @example openDefinition({ title: 'x' }) // { ok: false, findings: [{ where: 'proforma', reason: 'This is missing.' }, …] }
 */
export const openDefinition = (json: unknown): Opened => {
  const size = sizeOf(json)
  if (size === null) return refused([{ where: '', reason: 'This is not JSON that can be written down again.' }])
  if (size > limits.bytes) return refused([{ where: '', reason: `This is over ${limits.bytes / 1024} KiB.` }])
  const misshapen = whitelist(json as Json, '')
  if (misshapen.length > 0) return refused(misshapen)
  const definition = json as Definition
  const findings = [
    ...tooManyItems(definition),
    ...doubledNames(definition),
    ...namesOfEntries(definition),
    ...impossibleGroups(definition),
    ...doubledChoices(definition),
    ...brokenRules(definition),
  ]
  return findings.length > 0 ? refused(findings) : { ok: true, definition }
}

const refused = (findings: readonly Finding[]): Opened => ({ ok: false, findings })

const sizeOf = (json: unknown): number | null => {
  try {
    // UTF-16 units, near enough to bytes for a limit, and the text is at hand in every runtime.
    return canonicalJson(json as Json).length
  } catch {
    return null
  }
}
