import { askedWords } from './asked-words.ts'
import type { Check } from './finding.ts'

/**
 * Longer sentences lose readers. Source: Government Digital Service, Content design: planning, writing and managing
 * content: sentences of no more than 25 words.
 */
const mostWords = 25

export const longQuestion: Check = (definition) =>
  askedWords(definition).flatMap(({ question, words }) => {
    const count = words.split(/\s+/).filter((word) => /\w/.test(word)).length
    return count <= mostWords
      ? []
      : [
          {
            question: question.name,
            judged: words,
            reason: `This has ${count} words. Over ${mostWords}, readers lose the start before they reach the end.`,
            betterWay: 'Ask in one short sentence, and put what explains it into the hint.',
          },
        ]
  })
