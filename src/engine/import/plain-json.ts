import { isJsonObject } from '../../survey/json.ts'
import { limits } from '../../survey/limits.ts'

/** Deeper than any survey: pages, panels in panels, choices and their wordings come to less than 30. */
const deepest = 60

const dangerous = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Says why a value is not JSON that is safe to look into, before anything is done with it; null when it is. Goes
 * through it without recursion, and stops at the limits: a circle or a million brackets cost little.
 */
export const unsafeJson = (json: unknown): string | null => {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: json, depth: 0 }]
  let size = 0
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next
    size += typeof value === 'string' ? value.length + 2 : 4
    if (size > limits.bytes) return `It is over ${limits.bytes / 1024} KiB.`
    if (depth > deepest) return `Its parts stand in each other more than ${deepest} deep.`
    if (Array.isArray(value)) {
      if (value.length > limits.bytes) return `It is over ${limits.bytes / 1024} KiB.`
      for (const member of value as readonly unknown[]) waiting.push({ value: member, depth: depth + 1 })
    } else if (isJsonObject(value)) {
      for (const key of Object.keys(value)) {
        if (dangerous.has(key)) return `It has a part called ${key}, which no survey needs.`
        size += key.length + 3
        waiting.push({ value: value[key], depth: depth + 1 })
      }
    } else if (!isPlain(value)) return 'It is not JSON.'
  }
  return null
}

const isPlain = (value: unknown): boolean =>
  value === null ||
  typeof value === 'boolean' ||
  (typeof value === 'string' && value.isWellFormed()) ||
  (typeof value === 'number' && Number.isFinite(value))
