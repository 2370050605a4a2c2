/** What a letter may say of the one it is for. */
export interface LetterFields {
  readonly name: string
  readonly contact: string
  readonly survey: string
  readonly link: string
  /** In words; empty where there is no closing date. */
  readonly closes: string
}

export interface Letter {
  readonly subject: string
  readonly body: string
}

/**
 * A letter for one recipient: `{contact}` becomes the contact, or the name where nobody is named. A line that speaks of
 * a closing date goes where there is none. What stands in braces and is no field stays as it is.
 */
export const fillLetter = ({ subject, body }: Letter, fields: LetterFields): Letter => {
  const values: { readonly [field: string]: string } = { ...fields, contact: fields.contact || fields.name }
  const fill = (text: string): string =>
    text.replaceAll(/\{(\w+)\}/g, (whole, field: string) =>
      Object.hasOwn(values, field) ? (values[field] ?? '') : whole,
    )
  const said = fields.closes === '' ? body.replaceAll(/^.*\{closes\}.*\n?/gm, '') : body
  return { subject: fill(subject), body: fill(said) }
}

export const coveringLetter: Letter = {
  subject: '{survey}: we ask {name}',
  body: `Dear {contact}

We ask {name} to fill in a short form: {survey}.

Open your own link. It needs no password, and it is for {name} only:

{link}

Your answers are saved as you type. You can leave and come back on any computer, or hand the link to a colleague.
Answer by {closes}.

If you would rather not take part, say so there, and we will not write again.

Thank you
`,
}

export const reminderLetter: Letter = {
  subject: 'A reminder: {survey}',
  body: `Dear {contact}

We have not had an answer from {name} yet. If it is on its way, there is nothing to do.

{link}

The link goes on where you left off.
Answer by {closes}.

If you would rather not take part, say so there, and we will not write again.

Thank you
`,
}
