import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { holdFormOpen } from '../../device/open-forms.ts'
import type { KeptDraft } from '../../device/database.ts'
import { returnDraft } from '../../device/return-draft.ts'
import type { Filling } from '../../response/filling.ts'
import type { Clock } from '../../device/ports.ts'
import { changedDraft, type DraftChange } from '../../device/save-draft.ts'
import { saidNo } from '../../response/consent.ts'
import { useDevice } from '../app/device-context.ts'
import css from './collect-page.module.css'
import { AttachmentKeeperContext, keepOnDevice } from './attachment-keeper.ts'
import { CannotOpen, type WhyNotOpen } from './cannot-open.tsx'
import { useFillingRevision } from './collecting.ts'
import { loadEngineParts } from './engine-parts.ts'
import { Form, type Step } from './form.tsx'
import { FormBar } from './form-bar.tsx'
import { FormLanguage } from './form-language.tsx'
import type { OpenForm } from './open-form.ts'
import { RemarksContext } from './remarks.ts'
import { SavedNote, type Saved } from './saved-note.tsx'
import { slowSaves } from './slow-saves.ts'
import { StorageLine } from './storage-line.tsx'
import { useRouting } from './use-routing.ts'
import { useSitting } from './use-sitting.ts'
import { useWords } from './words.ts'

interface OpenedFormProps {
  readonly form: OpenForm
  readonly step: Step
  readonly goTo: (step: Step | 'home') => void
}

/** A form with its keeping: each answer is saved as it is typed, and sending makes the return. */
export const OpenedForm = ({ form, step, goTo }: OpenedFormProps) => {
  const { database, background, clock } = useDevice()
  const [, navigate] = useLocation()
  const { filling, writer, kept, version, remarks } = form
  const notRouted = useRouting(form)
  useFillingRevision(filling)
  const [saved, setSaved] = useState<Saved>({ kind: 'saved', at: kept.draft.savedAt })
  const { note, storage } = useSitting(kept.draft, version)
  const turn = useRef(0)
  const [slow] = useState(() => slowSaves<DraftChange>((change) => setSaved(unanswered(writer.last(), change, clock))))
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
      const said = remarks === null ? {} : { marks: remarks.marks(), notes: remarks.notes() }
      const typed = filling.typed()
      const noted = note(typed, inLanguage)
      // What is asked stays as it was kept, as long as nothing routes what was typed since.
      const asked = filling.knows === 'all-now' ? { asked: filling.asked() } : {}
      const change = { answers: typed, page, language: inLanguage, ...asked, ...said, ...noted }
      setSaved(slow.areLate() ? unanswered(writer.last(), change, clock) : { kind: 'saving' })
      slow.began(change)
      const result = await writer.save(change)
      slow.ended(own === turn.current)
      if (own === turn.current)
        setSaved(result.kind === 'saved' ? { kind: 'saved', at: result.kept.draft.savedAt } : result)
      return result
    },
    [writer, filling, remarks, note, language, slow, clock],
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
    const parts = await loadEngineParts().catch(() => null)
    if (parts !== null && (last.kind === 'saved' || last.kind === 'saved-in-journal')) {
      const settled = parts.settle(version.definition, filling.typed(), remarks?.marks())
      const leaves = saidNo(version.definition, settled.answers) ? withoutNotes(last.kept) : last.kept
      const returned = await returnDraft(database, leaves, settled, clock)
      if (returned.kind === 'returned') {
        void background.then(({ sync }) => sync.returned())
        navigate(`/returned/${returned.revision.id}`, { replace: true })
        return
      }
      setSaved(returned)
    }
    setSending(false)
  }

  if (notRouted !== null && (notRouted.why === 'openNotReadable' || !canStand(filling, step)))
    return (
      <FormLanguage definition={version.definition} language={language}>
        <CannotOpen why={notRouted.why} detail={kept.draft.way === 'interviewer' ? notRouted.detail : ''} />
      </FormLanguage>
    )
  if (!canStand(filling, step)) return <p className={css.opening}>Opening the form</p>
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
        <SavedNote saved={saved} version={version} />
        {notRouted === null ? null : <CannotGoOn why={notRouted.why} />}
      </FormLanguage>
      {storage === null ? null : kept.draft.way === 'interviewer' ? (
        // Staff are told in English, as everywhere.
        <StorageLine storage={storage} isStaff />
      ) : kept.draft.way === 'link' ? (
        <FormLanguage definition={version.definition} language={language}>
          <StorageLine storage={storage} isStaff={false} />
        </FormLanguage>
      ) : null}
    </>
  )
}

const CannotGoOn = ({ why }: { readonly why: WhyNotOpen }) => {
  const { say } = useWords()
  return (
    <p role="alert" className={css.stuck}>
      {say('openStuck', { reason: say(why) })}
    </p>
  )
}

/** Whether what is known of the pages is enough to draw the one that somebody stands on. */
const canStand = ({ knows }: Filling, step: Step): boolean =>
  knows === 'all-now' || knows === 'all-before' || (knows === 'first' && step === 0)

/** What is told of answers that the disk has said nothing of: they are not saved, as far as anybody knows. */
const unanswered = (last: KeptDraft, change: DraftChange, clock: Clock): Saved => ({
  kind: 'failed',
  reason: 'This device does not answer. It may be full: free some space.',
  unsaved: { ...last, draft: changedDraft(last.draft, change, clock), counter: last.counter + 1 },
})

/** After a no to consent: what was noted beside the answers goes with them. */
const withoutNotes = (kept: KeptDraft): KeptDraft =>
  kept.draft.notes === undefined ? kept : { ...kept, draft: { ...kept.draft, notes: {} } }

/** The check stands after the last page, however many there are. */
const pageOf = (step: Step, last: number): number => (step === 'check' ? Math.max(last, 0) : step)
