/** The id of the first field of a question: names are unique in a form and hold nothing that an id may not. */
export const fieldId = (question: string): string => `answer-${question}`
