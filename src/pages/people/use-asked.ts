import { useCallback, useEffect, useRef, useState } from 'react'
import { ask, type Asked } from './ask.ts'

/** What the server says at an address: null until it is there. `again` asks anew. */
export const useAsked = <Value>(path: string): { readonly asked: Asked<Value> | null; readonly again: () => void } => {
  const [asked, setAsked] = useState<Asked<Value> | null>(null)
  // Of two answers the one to the later question stands.
  const lastRef = useRef(0)
  const again = useCallback(() => {
    const number = (lastRef.current += 1)
    void ask<Value>(path).then((answer) => number === lastRef.current && setAsked(answer))
  }, [path])
  useEffect(() => {
    again()
    return () => {
      lastRef.current += 1
    }
  }, [again])
  return { asked, again }
}
