/** A question as the menu of the builder calls its kind, with its wording and the choices that it is to have. */
export interface WantedQuestion {
  readonly kind: string
  readonly wording: string
  /** Left out, those that it begins with stay. */
  readonly choices?: readonly [string, string, string]
}

/** Ten questions of nine kinds. The first is the one that a survey begins with. */
export const tenQuestions: readonly WantedQuestion[] = [
  { kind: 'Yes, no or not sure', wording: 'Do you have children?' },
  { kind: 'Number', wording: 'How many children live with you?' },
  { kind: 'One choice', wording: 'How did you come here?', choices: ['On foot', 'By bus', 'By car'] },
  { kind: 'Tick all that apply', wording: 'What did you use?', choices: ['The centre', 'The helpline', 'A visit'] },
  { kind: 'Grid: items by answers', wording: 'Did these help you?' },
  { kind: 'Scale', wording: 'How was the welcome?' },
  { kind: 'Date', wording: 'When did you first come?' },
  { kind: 'Short text', wording: 'What is the name of your worker?' },
  { kind: 'Long text', wording: 'What could we do better?' },
  { kind: 'Yes, no or not sure', wording: 'May we ring you?' },
]

/** What a survey of these is made of once it is published, in this order. */
export const typesOfTen = [
  'radiogroup',
  'text',
  'radiogroup',
  'checkbox',
  'matrix',
  'rating',
  'text',
  'text',
  'comment',
  'radiogroup',
]
