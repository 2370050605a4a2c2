import { createTransport } from 'nodemailer'

export interface Mail {
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly text: string
}

/** `refused`: the mail server will not take it for that address; `down`: nothing can be sent now. */
export type Mailed =
  | { readonly ok: true }
  | { readonly ok: false; readonly kind: 'refused' | 'down'; readonly reason: string }

export interface Mailer {
  readonly send: (mail: Mail) => Promise<Mailed>
  /** Milliseconds between two mails: a council's mail server takes a burst for an attack. */
  readonly gap: number
}

export interface MailSettings {
  /** `smtp://user:password@mail.council.example:587`. */
  readonly url: string
  /** `Research team <research@council.example>`. */
  readonly from: string
  readonly gap: number
}

export const makeMailer = ({ url, from, gap }: MailSettings): Mailer => {
  const transport = createTransport(url)
  return {
    gap,
    send: async ({ to, subject, text }) => {
      try {
        // An address as an object is never parsed: no name can add a second one.
        await transport.sendMail({ from, to, subject, text, disableFileAccess: true, disableUrlAccess: true })
        return { ok: true }
      } catch (error) {
        return failed(error)
      }
    },
  }
}

const failed = (error: unknown): Mailed => {
  const { responseCode, response, code } = error as {
    readonly responseCode?: number
    readonly response?: string
    readonly code?: string
  }
  const said = (response ?? '').replaceAll(/\p{Cc}+/gu, ' ').slice(0, 200)
  return code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500
    ? { ok: false, kind: 'refused', reason: said === '' ? 'The mail server refused the address.' : said }
    : {
        ok: false,
        kind: 'down',
        reason: said === '' ? `The mail server does not answer (${code ?? 'unknown'}).` : said,
      }
}
