import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A mail that arrived. */
export interface Arrived {
  readonly to: string
  readonly subject: string
  readonly text: string
}

export interface MailServer {
  /** `smtp://127.0.0.1:2525`. */
  readonly url: string
  readonly mails: readonly Arrived[]
  readonly stop: () => Promise<void>
}

/** A real SMTP server on a free port; it refuses the addresses given, as one whose mailbox is gone. */
export const startMailServer = async (refused: readonly string[] = []): Promise<MailServer> => {
  const mails: Arrived[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      done(refused.includes(address) ? Object.assign(new Error('No such mailbox'), { responseCode: 550 }) : null),
    onData: (stream, _session, done) => {
      const take = async (): Promise<void> => {
        const mail = await simpleParser(stream)
        mails.push({ to: addressIn(mail), subject: mail.subject ?? '', text: mail.text ?? '' })
        done()
      }
      void take()
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

const addressIn = ({ to }: ParsedMail): string => {
  const [first] = ([] as AddressObject[]).concat(to ?? [])
  return first?.value[0]?.address ?? ''
}
