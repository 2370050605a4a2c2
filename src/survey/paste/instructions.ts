/** What a question says about how to answer it, in words that no respondent will need: the form says it by itself. */
export interface Instruction {
  readonly tells: 'tick-all' | 'one' | 'one-each'
  readonly words: string
}

const tickAll =
  /(?:(?:please )?(?:tick|select|choose|check|circle|mark|pick)(?: (?:all|any|each|as many)\b[^.)\]?]*| (?:up to|one or more|more than one|at least)\b[^.)\]?]*)|(?:all|any) that apply|multiple answers?(?: (?:allowed|possible))?)/i
const oneOnly =
  /(?:please )?(?:tick|select|choose|check|circle|mark|pick)(?: only)? (?:one|1|a single)\b(?! or more)[^.)\]?]*|one answer only|single answer/i
const oneEach = /(?:one|1)(?: \w+){0,2} (?:for|in|on|per) (?:each|every)(?: \w+)?/i

const find = (text: string): Instruction | null => {
  const tells = oneEach.test(text) ? 'one-each' : tickAll.test(text) ? 'tick-all' : oneOnly.test(text) ? 'one' : null
  const words =
    tells === null ? null : (tells === 'tick-all' ? tickAll : tells === 'one-each' ? oneEach : oneOnly).exec(text)
  return tells === null || words === null ? null : { tells, words: words[0] }
}

/** Whether a line of its own is nothing but an instruction: `Please tick one box.` */
export const instructionLine = (line: string): Instruction | null => {
  if (line.length > 70 || /\?\s*\S/.test(line)) return null
  const bare = line.replace(/^[([*]+|[)\].*:]+$/g, '').trim()
  const found = find(bare)
  return found !== null &&
    /^(?:please|tick|select|choose|check|circle|mark|pick|all|any|one|multiple|single)/i.test(bare)
    ? found
    : null
}

const bracketed = /\s*[([]([^()[\]]*)[)\]]\s*/g
const sentence = /(?<=[.?!])\s+((?:please )?(?:tick|select|choose|check|circle|mark|pick) [^.?!]*[.!]?)$/i

/** A question with what it says about ticking taken out: `Which? (tick all that apply)`. */
export const takeInstruction = (line: string): { readonly words: string; readonly instruction: Instruction | null } => {
  for (const found of line.matchAll(bracketed)) {
    const instruction = find(found[1] ?? '')
    if (instruction === null) continue
    const words = `${line.slice(0, found.index)} ${line.slice(found.index + found[0].length)}`
    return {
      words: words
        .replaceAll(/\s+([?.,:])/g, '$1')
        .replaceAll(/\s+/g, ' ')
        .trim(),
      instruction,
    }
  }
  const last = sentence.exec(line)
  const instruction = last === null ? null : find(last[1] ?? '')
  if (last !== null && instruction !== null) return { words: line.slice(0, last.index).trim(), instruction }
  return { words: line, instruction: null }
}

/** Lines to write on: `______`, `………`. More than one asks for long text. */
export const isWritingLine = (words: string): boolean => /^[_.…\s-]{3,}$/.test(words)

/** A question with the line to write on taken from its end. */
export const takeWritingLine = (words: string): { readonly words: string; readonly line: string } => {
  const found = /\s*([£$€]?\s?(?:(?:_{2,}|\.{4,}|…{2,})\s*[/-]?\s*)+(?:\p{L}+|%)?)\s*\.?$/u.exec(words)
  return found === null ? { words, line: '' } : { words: words.slice(0, found.index).trim(), line: found[1] ?? '' }
}
