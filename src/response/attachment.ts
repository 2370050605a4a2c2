import type { PhotoQuestion } from '../survey/definition.ts'
import { isJsonObject, isList, type Json } from '../survey/json.ts'

/** What an answer holds of a photo or a drawing: its bytes are kept beside the answers, under their SHA-256. */
export type AttachmentReference = {
  /** Of the bytes: 64 characters 0 to 9 and a to f. */
  readonly sha256: string
  readonly type: AttachmentType
  readonly bytes: number
  /** Pixels. */
  readonly width: number
  readonly height: number
}

export const attachmentTypes = ['image/jpeg', 'image/png'] as const

export type AttachmentType = (typeof attachmentTypes)[number]

/** Bytes that one photo or drawing may have, after it was made smaller; pixels of its longest side. */
export const attachmentLimits = { bytes: 4 * 1024 * 1024, side: 1600 } as const

export const sha256Pattern = /^[0-9a-f]{64}$/

const members = ['bytes', 'height', 'sha256', 'type', 'width']

const isReference = (value: Json | undefined): value is AttachmentReference => {
  if (value === undefined || !isJsonObject(value)) return false
  const { sha256, type, bytes, width, height } = value
  return (
    Object.keys(value).sort().join() === members.join() &&
    typeof sha256 === 'string' &&
    sha256Pattern.test(sha256) &&
    attachmentTypes.some((known) => known === type) &&
    isCount(bytes, attachmentLimits.bytes) &&
    isCount(width, attachmentLimits.side) &&
    isCount(height, attachmentLimits.side)
  )
}

const isCount = (value: Json | undefined, most: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most

/** How many photos a question takes. */
export const mostPhotos = ({ proforma }: PhotoQuestion): number => proforma?.most ?? 1

/** The answer to a photo question, or null where it is something else. The same photo stands in it once. */
export const photosIn = (answer: Json | undefined): readonly AttachmentReference[] | null => {
  if (answer === undefined || !isList(answer) || !answer.every(isReference)) return null
  return new Set(answer.map(({ sha256 }) => sha256)).size === answer.length ? answer : null
}

/** A typed name, and the drawing beside it where there is one. */
export interface Signature {
  readonly name: string
  readonly drawn: AttachmentReference | null
}

/** The answer to a question for a name or signature, or null where it is something else. */
export const signatureIn = (answer: Json | undefined): Signature | null => {
  if (answer === undefined || !isJsonObject(answer)) return null
  const { name, drawn, ...others } = answer
  if (typeof name !== 'string' || Object.keys(others).length > 0) return null
  if (drawn === undefined) return { name, drawn: null }
  return isReference(drawn) ? { name, drawn } : null
}

/** Every photo and drawing that answers name, wherever it stands, each once. */
export const referencesIn = (answers: Json | undefined): readonly AttachmentReference[] => {
  const found = new Map<string, AttachmentReference>()
  const walk = (value: Json): void => {
    if (isReference(value)) found.set(value.sha256, value)
    else if (isList(value)) value.forEach(walk)
    else if (isJsonObject(value)) Object.values(value).forEach(walk)
  }
  if (answers !== undefined) walk(answers)
  return [...found.values()]
}
