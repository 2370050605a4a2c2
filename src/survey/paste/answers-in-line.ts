/** A question and the answers that stand behind it on the same line. */
export interface InLine {
  readonly stem: string
  readonly answers: readonly string[]
}

const boxes = /\s*(?:\[\s?\]|\(\s?\)|[☐☑☒□▢❏❑○◯])\s*/

/** What may hold answers: the end in brackets, what stands after the question mark or colon, or the whole line. */
const tails: readonly RegExp[] = [
  /^(?<stem>.*\S)\s*[([](?<answers>[^()[\]]{3,})[)\]]\s*[.?]?$/,
  /^(?<stem>.*\?)\s*[:–—-]?\s*(?<answers>\S.*)$/,
  /^(?<stem>[^:]*\S)\s*:\s*(?<answers>\S.*)$/,
  /^(?<stem>.*?\S)\s+(?<answers>yes\s*[/|].*)$/i,
]

/** Answers set side by side by `/`, `|`, `;` or boxes. Each is short, and there are at least two. */
export const splitAnswers = (text: string): readonly string[] => {
  const parts = boxes.test(text)
    ? text.split(boxes)
    : /\s*[|;]\s*/.test(text)
      ? text.split(/[|;]/)
      : text.includes('/')
        ? text.split('/')
        : []
  const answers = parts.map((part) => part.trim().replace(/[.?]$/, '')).filter((part) => part !== '')
  const whole = answers.length >= 2 && answers.every((answer) => answer.length <= 40 && !/[_?]/.test(answer))
  return whole ? answers : []
}

const wellKnown = /^(?:yes,? (?:and|or|,)? ?no|yes, no(?:,? (?:or )?(?:not sure|don['’]t know|unsure|maybe))?)$/i

/**
 * A line taken apart into the question and its answers; no answers where there are none.
 *
 * @example answersInLine('Do you drive? Yes / No') // { stem: 'Do you drive?', answers: ['Yes', 'No'] }
 */
export const answersInLine = (line: string): InLine => {
  for (const tail of tails) {
    const { stem = '', answers = '' } = tail.exec(line)?.groups ?? {}
    if (stem === '') continue
    const split = wellKnown.test(answers.trim())
      ? answers.split(/\s*,\s*(?:or\s+)?|\s+or\s+|\s+and\s+/i).map((answer) => answer.trim())
      : splitAnswers(answers)
    if (split.length < 2) continue
    // "Is your child in care and/or school (Reception / Year 1)?" keeps its mark.
    const asks = /[)\]]\s*\?$/.test(line) && !stem.endsWith('?')
    return { stem: `${stem.trim()}${asks ? '?' : ''}`, answers: split }
  }
  return { stem: line, answers: [] }
}
