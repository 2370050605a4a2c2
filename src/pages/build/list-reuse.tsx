import { useRef, useState } from 'react'
import type { ListName, Question } from '../../survey/definition.ts'
import { listOf } from '../../survey/edit/lists.ts'
import { textIn } from '../../survey/text.ts'
import button from '../styles/button.module.css'
import { KeepListForm } from './keep-list-form.tsx'
import panel from './list-picker.module.css'
import { ListPicker } from './list-picker.tsx'

interface ListReuseProps {
  readonly question: Question
  readonly list: ListName
}

/** "Use a list" and "Keep this list": answers that are made once and stand in many surveys. */
export const ListReuse = ({ question, list }: ListReuseProps) => {
  const [open, setOpen] = useState<'use' | 'keep' | null>(null)
  const [told, setTold] = useState<string | null>(null)
  const opener = useRef<HTMLButtonElement>(null)

  const toggle = (which: 'use' | 'keep'): void => {
    setOpen(open === which ? null : which)
    setTold(null)
  }

  const close = (words: string | null): void => {
    setOpen(null)
    setTold(words)
    opener.current?.focus()
  }

  return (
    <>
      <div className={button.row}>
        <button
          ref={opener}
          type="button"
          className={button.quiet}
          aria-expanded={open === 'use'}
          onClick={() => toggle('use')}
        >
          Use a list
        </button>
        <button type="button" className={button.quiet} aria-expanded={open === 'keep'} onClick={() => toggle('keep')}>
          Keep this list
        </button>
      </div>
      {open === 'use' ? <ListPicker question={question.name} list={list} close={() => close(null)} /> : null}
      {open === 'keep' ? (
        <KeepListForm entries={listOf(question, list) ?? []} suggested={textIn(question.title)} close={close} />
      ) : null}
      <output className={panel.told}>{told ?? ''}</output>
    </>
  )
}
