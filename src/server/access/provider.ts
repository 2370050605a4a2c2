import * as oidc from 'openid-client'
import { isJsonObject } from '../../survey/json.ts'
import { type ClaimedRoles, rolesOfClaim } from './claimed-roles.ts'
import { readText } from './read-text.ts'

/** The organisation's own sign-in, by OpenID Connect. */
export interface ProviderSettings {
  /** `https://login.council.example/tenant`: what another issuer says is refused. */
  readonly issuer: string
  readonly client: string
  readonly secret: string
  /** The claim that says what somebody may do. */
  readonly claim: string
  /** What the button calls it, after "Sign in with". */
  readonly name: string
}

/** What is remembered of one who was sent there, until they come back. */
export interface Flow {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Who it says somebody is. Keyed by issuer and subject: names and addresses change, and prove nothing. */
export interface Outsider extends ClaimedRoles {
  readonly issuer: string
  readonly subject: string
  readonly name: string
  readonly email: string
}

export type Refused = { readonly ok: false; readonly refused: 'provider-away' | 'provider-refused' }

export interface Provider {
  readonly name: string
  /** The address there that somebody is to go to, and what to remember; `back` is where they come back to. */
  readonly begin: (
    back: string,
  ) => Promise<{ readonly ok: true; readonly address: string; readonly flow: Flow } | Refused>
  /** Who it is that came back at this address, with all that stands after its `?`. */
  readonly finish: (address: URL, flow: Flow) => Promise<{ readonly ok: true; readonly outsider: Outsider } | Refused>
  /** Where somebody signs out there; null where it does not say. */
  readonly endAddress: (back: string) => Promise<string | null>
}

/** Seconds that it may take to answer. */
const patience = 8

/** Milliseconds after which it is asked anew where its addresses are. */
const knownFor = 3_600_000

/** Code with PKCE. `report` is told why it did not work, in a line without tokens. */
export const makeProvider = (settings: ProviderSettings, report: (line: string) => void): Provider => {
  let known: { readonly config: oidc.Configuration; readonly at: number } | null = null
  const discovered = async (): Promise<oidc.Configuration> => {
    const config = await discover(settings)
    known = { config, at: performance.now() }
    return config
  }
  const configured = async (): Promise<oidc.Configuration> =>
    known !== null && performance.now() - known.at < knownFor ? known.config : discovered()
  const failed = (error: unknown): Refused => {
    report(`The sign-in at ${settings.issuer} failed: ${whatWentWrong(error)}`)
    return { ok: false, refused: isAway(error) ? 'provider-away' : 'provider-refused' }
  }
  return {
    name: settings.name,
    begin: async (back) => {
      try {
        // Asked each time: nobody is sent to what does not answer.
        const config = await discovered()
        const flow = {
          state: oidc.randomState(),
          nonce: oidc.randomNonce(),
          verifier: oidc.randomPKCECodeVerifier(),
        }
        const address = oidc.buildAuthorizationUrl(config, {
          redirect_uri: back,
          scope: 'openid profile email',
          state: flow.state,
          nonce: flow.nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(flow.verifier),
          code_challenge_method: 'S256',
        })
        return { ok: true, address: address.href, flow }
      } catch (error) {
        // Whatever is wrong before anybody went there: nobody gets there.
        return { ...failed(error), refused: 'provider-away' }
      }
    },
    finish: async (address, { state, nonce, verifier }) => {
      try {
        const config = await configured()
        const tokens = await oidc.authorizationCodeGrant(config, address, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (claims === undefined) return { ok: false, refused: 'provider-refused' }
        const { sub } = claims
        const needsMore = claims[settings.claim] === undefined || claims['email'] === undefined
        const more =
          needsMore && config.serverMetadata().userinfo_endpoint !== undefined
            ? await oidc.fetchUserInfo(config, tokens.access_token, sub)
            : {}
        return { ok: true, outsider: outsiderOf({ ...more, ...claims }, settings, sub) }
      } catch (error) {
        return failed(error)
      }
    },
    endAddress: async (back) => {
      try {
        const config = await configured()
        if (config.serverMetadata().end_session_endpoint === undefined) return null
        return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: back }).href
      } catch (error) {
        failed(error)
        return null
      }
    },
  }
}

/** Asks where its addresses are. One that calls itself by another name than the settings do is refused. */
const discover = async ({ issuer, client, secret }: ProviderSettings): Promise<oidc.Configuration> => {
  const server = new URL(issuer)
  // Settings take http on this machine alone.
  const execute = server.protocol === 'http:' ? [oidc.allowInsecureRequests] : []
  const config = await oidc.discovery(server, client, secret, undefined, { timeout: patience, execute })
  config.timeout = patience
  return config
}

const outsiderOf = (
  claims: { readonly [claim: string]: unknown },
  { issuer, claim }: ProviderSettings,
  subject: string,
): Outsider => {
  const email = readText(claims, 'email', 254) ?? readText(claims, 'preferred_username', 254) ?? subject
  return {
    issuer,
    subject,
    email,
    name: readText(claims, 'name', 100) ?? email.slice(0, 100),
    ...rolesOfClaim(claims[claim]),
  }
}

/** Whether it did not answer, or answered that it is broken: to try again later may help. */
const isAway = (error: unknown): boolean => {
  if (error instanceof TypeError) return true
  if (!isJsonObject(error)) return false
  const { code, cause, status } = error
  if (code === 'OAUTH_TIMEOUT' || (typeof status === 'number' && status >= 500)) return true
  return cause instanceof Response ? cause.status >= 500 : cause instanceof TypeError
}

const whatWentWrong = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown'
  const said = isJsonObject(error) && typeof error['error'] === 'string' ? ` (${error['error'].slice(0, 60)})` : ''
  return `${error.message}${said}`.replaceAll(/\p{Cc}/gu, ' ')
}
