import { answerWords, askedWords, plainWords } from './asked-words.ts'
import type { Check } from './finding.ts'

const not = /\b(?:not|never|no|nobody|no one|none|nothing|nor|hardly|without|cannot|\w+n't)\b/gi
const against =
  /\b(?:oppose|opposed|disagree|against|ban|banned|prevent|prevented|forbid|forbidden|prohibit|prohibited|refuse|refused|avoid|avoided|fail|failed|fails|stop|stopped|unable|unwilling|unlikely|unhappy|unnecessary|unfair|unhelpful|unclear|unsafe|uncommon|unimportant|impossible|dislike|disapprove|dissatisfied|deny|denied|exclude|excluded|lack)\b/gi

/** "Not" that denies nothing. */
const harmless =
  /\b(?:whether or not|or not|not only|not sure|no later than|no more than|no fewer than|not at all|why not|if not|not applicable|no matter|not yet|not-for-profit|no longer|agree or disagree|satisfied or dissatisfied|happy or unhappy|likely or unlikely|for or against|no one|support or oppose|oppose or support|like or dislike)\b/gi

const reason = 'This says no twice. People who mean no may answer yes.'
const betterWay = 'Say it without “not”: “Should children be allowed to …?”'

/** Two words in one sentence that say no; or a “not” in a row that is answered by disagreeing or by No. */
export const doubleNegative: Check = (definition) =>
  askedWords(definition).flatMap(({ question, words, isRow }) => {
    const found = { question: question.name, judged: words, betterWay }
    if (
      plainWords(words)
        .split(/(?<=[.?!])\s/)
        .some(saysNoTwice)
    )
      return [{ ...found, reason }]
    const denied = isRow && /\b(?:not|never|\w+n't)\b/i.test(plainWords(words).replaceAll(harmless, ' '))
    const denies = answerWords(question).some((answer) => /\bdisagree\b|^no\b/i.test(answer))
    return denied && denies
      ? [
          {
            ...found,
            reason: 'This line says “not”, and people who mean that it is so must say no to it.',
            betterWay: 'Turn it round: “I was listened to”, not “I was not listened to”.',
          },
        ]
      : []
  })

const saysNoTwice = (sentence: string): boolean => {
  const plain = sentence.replaceAll(harmless, ' ')
  const nots = plain.match(not)?.length ?? 0
  const others = plain.match(against)?.length ?? 0
  return nots > 1 || (nots > 0 && others > 0)
}
