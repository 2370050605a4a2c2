import { referencesIn } from '../../response/attachment.ts'
import type { Question } from '../../survey/definition.ts'
import type { Json } from '../../survey/json.ts'
import { textIn } from '../../survey/text.ts'
import css from './answer-pictures.module.css'
import { Picture } from './picture.tsx'
import { useWords } from './words.ts'

interface AnswerPicturesProps {
  readonly question: Question
  readonly answer: Json | undefined
  readonly language: string
}

/** The photos and drawings of an answer, small, to be checked with the words. */
export const AnswerPictures = ({ question, answer, language }: AnswerPicturesProps) => {
  const { say } = useWords()
  const references = referencesIn(answer)
  if (references.length === 0) return null
  const field = say('quoted', { text: textIn(question.title, language) })
  return (
    <span className={css.pictures}>
      {references.map((reference, index) => (
        <Picture
          key={reference.sha256}
          reference={reference}
          className={css.picture}
          alt={
            question.type === 'signaturepad'
              ? say('signAsDrawn', { field })
              : say('photoOf', { number: index + 1, field })
          }
          missing={say('photoElsewhere', { number: index + 1 })}
        />
      ))}
    </span>
  )
}
