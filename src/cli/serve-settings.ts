import { resolve } from 'node:path'
import type { ProviderSettings } from '../server/access/provider.ts'
import type { MailSettings } from '../server/population/mailer.ts'

export interface ServeSettings {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** The data folder, absolute. */
  readonly data: string
  /** A PostgreSQL database to keep everything in; null for SQLite in the data folder. */
  readonly database: string | null
  /** `https://surveys.council.example`: where people reach it, behind what ends TLS; null on this machine alone. */
  readonly origin: string | null
  /** The mail server that letters go through; null where none was named. */
  readonly mail: MailSettings | null
  /** The organisation's own sign-in; null where none was named. */
  readonly provider: ProviderSettings | null
  /** What is written down of requests on the output: each, or those that failed or took over a second. */
  readonly log: 'all' | 'trouble'
  /** Build the app first where it is missing or out of date. */
  readonly build: boolean
}

export type ReadSettings =
  | { readonly ok: true; readonly settings: ServeSettings }
  | { readonly ok: false; readonly reason: string }

/** Reads the settings of `proforma serve` from its arguments and the environment, once. */
export const serveSettings = (
  args: readonly string[],
  environment: { readonly [name: string]: string | undefined },
): ReadSettings => {
  const unknown = args.find((arg) => arg !== '--build')
  if (unknown !== undefined) {
    return { ok: false, reason: `proforma serve does not know "${unknown}". It takes --build, or nothing.` }
  }
  const port = environment['PORT'] ?? '8080'
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return { ok: false, reason: `PORT is "${port}". Give it a whole number from 0 to 65535.` }
  }
  const host = environment['HOST'] ?? '127.0.0.1'
  if (host.trim() === '') return { ok: false, reason: 'HOST is empty. Give it a name or an address, or leave it out.' }
  const data = environment['PROFORMA_DATA'] ?? 'data'
  if (data.trim() === '') return { ok: false, reason: 'PROFORMA_DATA is empty. Give it a folder, or leave it out.' }
  const database = environment['DATABASE_URL'] ?? null
  if (database !== null && !/^postgres(ql)?:\/\//.test(database)) {
    return {
      ok: false,
      reason: 'DATABASE_URL is no address of a PostgreSQL database: postgresql://user:password@host/name.',
    }
  }
  const origin = environment['PROFORMA_ORIGIN'] ?? null
  if (origin !== null && !isOrigin(origin)) {
    return {
      ok: false,
      reason: `PROFORMA_ORIGIN is "${origin}". Give it the address that people open, with nothing after the name: https://surveys.council.example.`,
    }
  }
  const log = environment['PROFORMA_LOG'] ?? 'trouble'
  if (log !== 'all' && log !== 'trouble') {
    return { ok: false, reason: `PROFORMA_LOG is "${log}". Give it all, or trouble, or leave it out.` }
  }
  const mail = mailSettings(environment)
  if (!mail.ok) return mail
  const provider = providerSettings(environment, origin)
  if (!provider.ok) return provider
  return {
    ok: true,
    settings: {
      database,
      host,
      origin,
      log,
      port: Number(port),
      data: resolve(data),
      mail: mail.mail,
      provider: provider.provider,
      build: args.includes('--build'),
    },
  }
}

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text && /^https?:/.test(text)

type ReadMail =
  | { readonly ok: true; readonly mail: MailSettings | null }
  | { readonly ok: false; readonly reason: string }

const mailSettings = (environment: { readonly [name: string]: string | undefined }): ReadMail => {
  const { SMTP_URL: url, MAIL_FROM: from, MAIL_GAP: gap = '1000' } = environment
  if (url === undefined) return { ok: true, mail: null }
  if (!/^smtps?:\/\/\S+$/.test(url))
    return {
      ok: false,
      reason: 'SMTP_URL is no address of a mail server: smtp://user:password@mail.council.example:587.',
    }
  if (from === undefined || !/^[^\r\n]*@[^\r\n]+$/.test(from))
    return {
      ok: false,
      reason: 'MAIL_FROM is missing. Give it who the letters are from: Research <research@council.example>.',
    }
  if (!/^\d{1,6}$/.test(gap))
    return { ok: false, reason: `MAIL_GAP is "${gap}". Give it milliseconds between two mails.` }
  return { ok: true, mail: { url, from, gap: Number(gap) } }
}

type ReadProvider =
  | { readonly ok: true; readonly provider: ProviderSettings | null }
  | { readonly ok: false; readonly reason: string }

const providerSettings = (
  environment: { readonly [name: string]: string | undefined },
  origin: string | null,
): ReadProvider => {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client, OIDC_CLIENT_SECRET: secret } = environment
  const { OIDC_CLAIM: claim = 'roles', OIDC_NAME: name = 'your organisation’s account' } = environment
  if (issuer === undefined) return { ok: true, provider: null }
  if (!isIssuer(issuer))
    return {
      ok: false,
      reason: `OIDC_ISSUER is "${issuer}". Give it the address that your sign-in names as its issuer: https://login.council.example.`,
    }
  if (client === undefined || secret === undefined || client.trim() === '' || secret.trim() === '')
    return {
      ok: false,
      reason:
        'OIDC_CLIENT_ID or OIDC_CLIENT_SECRET is missing. Your sign-in gives you both when you register Proforma.',
    }
  if (origin === null)
    return {
      ok: false,
      reason: 'PROFORMA_ORIGIN is missing. People come back to it from the sign-in that OIDC_ISSUER names.',
    }
  if (claim.trim() === '' || name.trim() === '' || name.length > 60)
    return { ok: false, reason: 'OIDC_CLAIM or OIDC_NAME is empty, or too long. Leave them out, or give them a word.' }
  return { ok: true, provider: { issuer, client, secret, claim, name } }
}

/** Over TLS, but on this machine. */
const isIssuer = (text: string): boolean => {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, search, hash } = new URL(text)
  if (search !== '' || hash !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
}
