/** What a survey with a repeated group, a photo and a signature is built of, by whatever hand builds it. */
export const childrenBuilt = {
  group: 'Who are the children in your home?',
  /** Stands in a new group already. */
  firstName: 'First name',
  age: 'How old are they?',
  school: 'Do they go to school?',
  photo: 'A photo of the room',
  signature: 'Your name, to show that you agree',
} as const
