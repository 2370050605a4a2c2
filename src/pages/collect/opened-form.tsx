import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { holdFormOpen } from '../../device/open-forms.ts'
import { returnDraft } from '../../device/return-draft.ts'
import { useDevice } from '../app/device-context.ts'
import { AttachmentKeeperContext, keepOnDevice } from './attachment-keeper.ts'
import type { EngineParts } from './engine-parts.ts'
import { Form, type Step } from './form.tsx'
import { FormBar } from './form-bar.tsx'
import { FormLanguage } from './form-language.tsx'
import type { OpenForm } from './open-form.ts'
import { RemarksContext } from './remarks.ts'
import { SavedNote, type Saved } from './saved-note.tsx'

interface OpenedFormProps {
  readonly form: OpenForm
  readonly parts: EngineParts
  readonly step: Step
  readonly goTo: (step: Step | 'home') => void
}

/** A form with its keeping: each answer is saved as it is typed, and sending makes the return. */
export const OpenedForm = ({ form, parts, step, goTo }: OpenedFormProps) => {
  const { database, background, clock } = useDevice()
  const [, navigate] = useLocation()
  const { filling, writer, kept, version, remarks } = form
  const [saved, setSaved] = useState<Saved>({ kind: 'saved', at: kept.draft.savedAt })
  const turn = useRef(0)
  const keeper = useMemo(() => keepOnDevice(database, kept.draft.response), [database, kept.draft.response])
  const [sending, setSending] = useState(false)
  const [language, setLanguage] = useState(kept.draft.language)

  // No tab takes a newer release of the app while this form is open.
  useEffect(() => holdFormOpen(navigator.locks), [])

  const save = useCallback(
    async (page: number, inLanguage = language) => {
      // "Saved" stands only while all that was typed is on the disk: never for an answer that is still on its way.
      turn.current += 1
      const own = turn.current
      setSaved({ kind: 'saving' })
      const said = remarks === null ? {} : { marks: remarks.marks(), notes: remarks.notes() }
      const result = await writer.save({ answers: filling.typed(), page, language: inLanguage, ...said })
      if (own === turn.current)
        setSaved(result.kind === 'saved' ? { kind: 'saved', at: result.kept.draft.savedAt } : result)
      return result
    },
    [writer, filling, remarks, language],
  )

  // Where somebody stands is kept too, so that the form reopens there.
  const page = pageOf(step, kept.draft.page)
  useEffect(() => remarks?.subscribe(() => void save(page)), [remarks, save, page])
  const go = (to: Step | 'home'): void => {
    void save(to === 'home' ? page : pageOf(to, page))
    goTo(to)
  }

  const send = async (): Promise<void> => {
    setSending(true)
    const last = await save(page)
    if (last.kind === 'saved' || last.kind === 'saved-in-journal') {
      const settled = parts.settle(version.definition, filling.typed(), remarks?.marks())
      const returned = await returnDraft(database, last.kept, settled, clock)
      if (returned.kind === 'returned') {
        void background.then(({ sync }) => sync.returned())
        navigate(`/returned/${returned.revision.id}`, { replace: true })
        return
      }
      setSaved(returned)
    }
    setSending(false)
  }

  return (
    <>
      <FormBar
        definition={version.definition}
        language={language}
        onLanguage={(picked) => {
          setLanguage(picked)
          void save(page, picked)
        }}
      />
      <AttachmentKeeperContext value={keeper}>
        <RemarksContext value={remarks}>
          <Form
            filling={filling}
            definition={version.definition}
            way={kept.draft.way}
            language={language}
            seed={kept.draft.response}
            step={step}
            goTo={go}
            onAnswered={(at) => void save(at)}
            onSend={() => void send()}
            sending={sending}
          />
        </RemarksContext>
      </AttachmentKeeperContext>
      <FormLanguage definition={version.definition} language={language}>
        <SavedNote saved={saved} />
      </FormLanguage>
    </>
  )
}

/** The check stands after the last page, however many there are. */
const pageOf = (step: Step, last: number): number => (step === 'check' ? Math.max(last, 0) : step)
