import { createContext, use, useSyncExternalStore } from 'react'
import type { Draft, Marks } from '../../response/draft.ts'
import { type Mark, markOf } from '../../response/marks.ts'
import type { Notes } from '../../response/revision.ts'

/** What an interviewer says beside the answers: why there is none, and private notes. Families and links have none. */
export interface Remarks {
  readonly marks: () => Marks
  readonly notes: () => Notes
  /** Null takes the mark back. */
  readonly mark: (question: string, mark: Mark | null) => void
  /** As it is typed; an empty note is none. */
  readonly note: (question: string, text: string) => void
  /** Calls the listener after every change. Returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void
}

/** The remarks of a draft; those of one that has none yet are empty. */
export const openRemarks = ({ marks: marked = {}, notes: noted = {} }: Pick<Draft, 'marks' | 'notes'>): Remarks => {
  let marks: Marks = marked
  let notes: Notes = noted
  const listeners = new Set<() => void>()
  const changed = (): void => {
    for (const listener of listeners) listener()
  }
  return {
    marks: () => marks,
    notes: () => notes,
    mark: (question, mark) => {
      if ((markOf(marks, question) ?? null) === mark) return
      marks = withMember(marks, question, mark)
      changed()
    },
    note: (question, text) => {
      notes = withMember(notes, question, text === '' ? null : text)
      changed()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const withMember = <T>(all: { readonly [name: string]: T }, name: string, value: T | null) => {
  const { [name]: _, ...rest } = all
  return value === null ? rest : { ...rest, [name]: value }
}

export const RemarksContext = createContext<Remarks | null>(null)

/** The remarks of the form around, or null where nobody makes any. */
export const useRemarks = (): Remarks | null => use(RemarksContext)

const none: () => () => void = () => () => undefined

const noMarks: Marks = {}

/** All marks, drawn again when one changes. */
export const useMarks = (): Marks => {
  const remarks = useRemarks()
  return useSyncExternalStore(remarks?.subscribe ?? none, () => remarks?.marks() ?? noMarks)
}

/** The mark of one question, drawn again when it changes. */
export const useMark = (question: string): Mark | undefined => {
  const remarks = useRemarks()
  return useSyncExternalStore(remarks?.subscribe ?? none, () =>
    remarks === null ? undefined : markOf(remarks.marks(), question),
  )
}

/** The private note on one question; empty where there is none. */
export const useNote = (question: string): string => {
  const remarks = useRemarks()
  return useSyncExternalStore(remarks?.subscribe ?? none, () =>
    remarks !== null && Object.hasOwn(remarks.notes(), question) ? (remarks.notes()[question] ?? '') : '',
  )
}
