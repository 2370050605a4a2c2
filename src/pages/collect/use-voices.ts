import { useEffect, useState } from 'react'

/** The voices of this browser: some come only a while after the page. None where it cannot speak. */
export const useVoices = (): readonly SpeechSynthesisVoice[] => {
  const [voices, setVoices] = useState(readVoices)
  useEffect(() => {
    if (!('speechSynthesis' in window)) return undefined
    const changed = (): void => setVoices(readVoices())
    changed()
    speechSynthesis.addEventListener('voiceschanged', changed)
    return () => speechSynthesis.removeEventListener('voiceschanged', changed)
  }, [])
  return voices
}

const readVoices = (): readonly SpeechSynthesisVoice[] =>
  'speechSynthesis' in window ? speechSynthesis.getVoices() : []
