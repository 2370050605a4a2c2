import { createContext, use, useSyncExternalStore } from 'react'
import type { Draft, Marks } from '../../response/draft.ts'
import { entryItem } from '../../response/entries.ts'
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
  /** Takes out what was said in one entry of a repeated group, counted from 1; those after it move up. */
  readonly takeOutEntry: (group: string, entry: number) => EntryRemarks
  /** Puts an entry's remarks back; those from there on move down. */
  readonly putBackEntry: (group: string, entry: number, taken: EntryRemarks) => void
  /** Calls the listener after every change. Returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void
}

/** What was said in one entry, by its items. */
export interface EntryRemarks {
  readonly marks: Marks
  readonly notes: Notes
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
    takeOutEntry: (group, entry) => {
      const taken = { marks: ofEntry(marks, group, entry), notes: ofEntry(notes, group, entry) }
      marks = moved(without(marks, taken.marks), group, entry, -1)
      notes = moved(without(notes, taken.notes), group, entry, -1)
      changed()
      return taken
    },
    putBackEntry: (group, entry, taken) => {
      marks = { ...moved(marks, group, entry, 1), ...taken.marks }
      notes = { ...moved(notes, group, entry, 1), ...taken.notes }
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

type ByItem<T> = { readonly [item: string]: T }

const ofEntry = <T>(all: ByItem<T>, group: string, entry: number): ByItem<T> =>
  Object.fromEntries(Object.entries(all).filter(([item]) => item.startsWith(`${group}.${entry}.`)))

const without = <T>(all: ByItem<T>, some: ByItem<T>): ByItem<T> =>
  Object.fromEntries(Object.entries(all).filter(([item]) => !Object.hasOwn(some, item)))

/** With the entries of a group from that number on counted up or down by one. */
const moved = <T>(all: ByItem<T>, group: string, from: number, by: 1 | -1): ByItem<T> =>
  Object.fromEntries(
    Object.entries(all).map(([item, value]) => {
      const [of, entry = '', ...question] = item.split('.')
      return of === group && question.length > 0 && Number(entry) >= from
        ? [entryItem(group, Number(entry) + by, question.join('.')), value]
        : [item, value]
    }),
  )

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
  return useSyncExternalStore(remarks?.subscribe ?? none, () => noteOf(remarks, question))
}

/** The private note on an item as it stands; empty where there is none. */
export const noteOf = (remarks: Remarks | null, item: string): string =>
  remarks !== null && Object.hasOwn(remarks.notes(), item) ? (remarks.notes()[item] ?? '') : ''
