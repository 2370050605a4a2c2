import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { Provider } from 'oidc-provider'

/**
 * A real OpenID provider as a process of its own. ISSUER, PORT; PEOPLE: a file of claims by the name that somebody signs in with,
 * read anew each time; BACK: the origin that people go back to; IN_TOKEN: claims stand in the ID token, not at userinfo alone.
 */
const { ISSUER = '', PORT = '', PEOPLE = '', BACK = '', IN_TOKEN } = process.env

const claimsOf = (sub: string): object => {
  const people = JSON.parse(readFileSync(PEOPLE, 'utf8')) as { readonly [name: string]: object }
  return { sub, ...people[sub] }
}

const provider = new Provider(ISSUER, {
  clients: [
    {
      client_id: 'proforma',
      client_secret: 'a secret that only the tests know',
      redirect_uris: [`${BACK}/people/back`],
      post_logout_redirect_uris: [`${BACK}/people/sign-in`],
    },
  ],
  claims: { openid: ['sub'], profile: ['name', 'roles'], email: ['email'] },
  conformIdTokenClaims: IN_TOKEN === undefined,
  pkce: { required: () => true },
  cookies: { keys: ['of the tests'] },
  findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => claimsOf(sub) }),
})

createServer(provider.callback()).listen(Number(PORT), '127.0.0.1', () => process.stdout.write('ready\n'))
