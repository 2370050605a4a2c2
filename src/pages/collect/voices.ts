/** What chooses among voices: a browser has its own, and a test hands in some. */
type VoiceFacts = Pick<SpeechSynthesisVoice, 'lang' | 'localService'>

/**
 * A voice on this device that speaks a language, the same region first; null where there is none. A voice that is not
 * on the device would send what is read to somebody else.
 */
export const voiceFor = <Voice extends VoiceFacts>(voices: readonly Voice[], code: string): Voice | null => {
  const [language = '', region] = parts(code === 'en' ? 'en-GB' : code)
  const own = voices.filter((voice) => voice.localService && parts(voice.lang)[0] === language)
  return own.find((voice) => parts(voice.lang)[1] === region) ?? own[0] ?? null
}

/** Android writes `en_GB`. */
const parts = (code: string): readonly string[] => code.toLowerCase().split(/[-_]/)
