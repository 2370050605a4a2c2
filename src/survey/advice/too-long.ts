import { questionsOf } from '../questions.ts'
import type { Check } from './finding.ts'
import { estimatedMinutes } from './minutes.ts'

/** From here on people leave or hurry: ux.md, "over 12 minutes". */
const mostMinutes = 12

/** An interview is led by somebody who sees how it goes: most of its questions have prompts. */
export const tooLong: Check = (definition) => {
  const questions = questionsOf(definition)
  const prompted = questions.filter(({ proforma }) => proforma?.prompts !== undefined)
  const minutes = Math.round(estimatedMinutes(definition))
  if (minutes <= mostMinutes || prompted.length * 2 > questions.length) return []
  return [
    {
      question: null,
      judged: String(minutes),
      reason: `This takes about ${minutes} minutes. After ${mostMinutes}, people hurry or stop.`,
      betterWay: 'Leave out what nobody will use, or send the rest as a second survey.',
    },
  ]
}
