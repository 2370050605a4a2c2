import { askedWords, plainWords } from './asked-words.ts'
import type { Check } from './finding.ts'

const vague =
  /\b(?<!how )(?:regularly|frequently|often|occasionally|recently|lately|sometimes|several|a few|reasonable|appropriate(?:ly)?|adequate(?:ly)?|significant(?:ly)?|sufficient(?:ly)?|etc|and so on|in the near future|for a while)\b/i

const absolute =
  /\b(?:always|never|everyone(?! knows| agrees)|everybody|all the time|every time|every single|completely|totally|absolutely|entirely|constantly|under no circumstances|in all cases|all of your|at all times)\b/i

/** Words that each reader fills in differently, and words that leave no room for “mostly”. */
export const vagueOrAbsolute: Check = (definition) =>
  askedWords(definition).flatMap(({ question, words }) => {
    const plain = plainWords(words)
    const found = { question: question.name, judged: words }
    const unclear = vague.exec(plain)?.[0]
    if (unclear !== undefined)
      return [
        {
          ...found,
          reason: `“${unclear}” means something else to each reader.`,
          betterWay: 'Give a number or a time: “in the last 4 weeks”, “at least once a week”.',
        },
      ]
    const total = absolute.exec(plain)?.[0]
    return total === undefined
      ? []
      : [
          {
            ...found,
            reason: `“${total}” leaves no room: hardly anyone can say yes to it.`,
            betterWay: 'Leave the word out, or ask how often.',
          },
        ]
  })
