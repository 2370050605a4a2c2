import type { Answers } from '../response/answers.ts'
import { referencesIn } from '../response/attachment.ts'
import type { Revision } from '../response/revision.ts'

/** The photos and drawings that answers name, by their SHA-256, each once. */
export const photosIn = (answers: Answers): readonly string[] => [
  ...new Set(referencesIn(answers).map(({ sha256 }) => sha256)),
]

/** The same of a return, sealed or not. */
export const photosNamedIn = ({ answers, sealed }: Revision): readonly string[] => sealed?.photos ?? photosIn(answers)
