import { use, useEffect, useState } from 'react'
import type { Question } from '../../survey/definition.ts'
import css from './form-bar.module.css'
import { type Spoken, spokenQuestion } from './spoken.ts'
import { useVoices } from './use-voices.ts'
import { voiceFor } from './voices.ts'
import { WordingContext } from './wording-context.ts'
import { useWords } from './words.ts'

interface ListenProps {
  readonly questions: readonly Question[]
  /** Grows with each answer: reading out stops then. */
  readonly answered: number
}

/**
 * Reads the questions on the screen out, with a voice of this device; nothing where it has none for the form's
 * language. Give it a key that changes with the page and the language, so that reading stops there.
 */
export const Listen = ({ questions, answered }: ListenProps) => {
  const { say } = useWords()
  const wording = use(WordingContext)
  const voices = useVoices()
  // Where in the answering reading out began: an answer given since has stopped it.
  const [begun, setBegun] = useState<number | null>(null)
  const reading = begun === answered

  useEffect(() => {
    if (!reading) return undefined
    const stop = (): void => setBegun(null)
    const hidden = (): void => {
      if (document.hidden) stop()
    }
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', stop)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', stop)
      speechSynthesis.cancel()
    }
  }, [reading])

  if (voiceFor(voices, wording.language === 'default' ? wording.original : wording.language) === null) return null
  const read = (): void => {
    speak(
      questions.flatMap((question) => spokenQuestion(question, wording)),
      voices,
      () => setBegun(null),
    )
    setBegun(answered)
  }
  return (
    <button type="button" className={css.listen} onClick={() => (reading ? setBegun(null) : read())}>
      <Loudspeaker />
      {say(reading ? 'listenStop' : 'listen')}
    </button>
  )
}

/** A line that no voice of this device can read is left out. */
const speak = (lines: readonly Spoken[], voices: readonly SpeechSynthesisVoice[], onEnd: () => void): void => {
  const utterances = lines.flatMap(({ words, code }) => {
    const voice = voiceFor(voices, code)
    if (voice === null) return []
    const utterance = new SpeechSynthesisUtterance(words)
    utterance.voice = voice
    utterance.lang = voice.lang
    return [utterance]
  })
  utterances.at(-1)?.addEventListener('end', onEnd)
  speechSynthesis.cancel()
  for (const utterance of utterances) speechSynthesis.speak(utterance)
}

const Loudspeaker = () => (
  <svg
    width="24"
    height="24"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.75"
    aria-hidden="true"
  >
    <path d="M4 9.5v5h3.5L12 19V5L7.5 9.5Z" strokeLinejoin="round" />
    <path d="M15 9a4 4 0 0 1 0 6M17.5 6.5a8 8 0 0 1 0 11" strokeLinecap="round" />
  </svg>
)
