/** Why a whole request was not taken. A closed list: each has its status and a sentence for people. */
export const refusals = {
  'not-json': { status: 400, reason: 'The request was not JSON.' },
  'not-a-push': { status: 400, reason: 'The request did not have the form of a push.' },
  'not-surveys': { status: 400, reason: 'The request did not have the form of surveys to publish.' },
  'not-erasures': { status: 400, reason: 'The request did not have the form of answers to take out.' },
  'not-an-inventory': { status: 400, reason: 'The request did not have the form of an inventory.' },
  'not-a-decision': { status: 400, reason: 'The request does not say what was decided about answers kept aside.' },
  'bad-cursor': { status: 400, reason: 'The place to go on from is not a whole number of 0 or more.' },
  'too-many': { status: 413, reason: 'More than 100 answers were sent at once.' },
  'too-large': { status: 413, reason: 'The request was over 1 MiB.' },
  'wrong-media-type': { status: 415, reason: 'The request did not say that it was JSON.' },
  'cut-short': { status: 400, reason: 'The request broke off before its end.' },
  'not-http': { status: 400, reason: 'The request was not HTTP that this server reads.' },
  'too-slow': { status: 408, reason: 'The request took too long to arrive.' },
  'unknown-attachment': { status: 404, reason: 'No answer on the server names this photo or drawing.' },
  'bad-part': { status: 400, reason: 'The part of a photo does not say where it belongs, or is empty.' },
  'part-too-large': { status: 413, reason: 'A photo may have 4 MiB, sent in parts of 256 KiB at most.' },
  'not-a-picture': { status: 415, reason: 'Only JPEG and PNG pictures are taken.' },
  'attachment-changed': { status: 422, reason: 'The photo was changed on the way. It is sent again from its start.' },
  'client-too-new': { status: 400, reason: 'This app is newer than the server. The server needs an update.' },
  'not-found': { status: 404, reason: 'There is nothing at this address.' },
  'not-a-page': { status: 403, reason: 'This address is for the app itself. Open Proforma instead.' },
  'not-allowed': { status: 405, reason: 'This address does not take that method.' },
  'owner-needed': {
    status: 401,
    reason: 'Nobody owns this server yet. Open the link that it printed when it started.',
  },
  'sign-in-needed': { status: 401, reason: 'Sign in to send and fetch. What is saved here stays here.' },
  'not-yours': { status: 403, reason: 'You may not do this. Ask the person who gave you your account.' },
  'device-ended': { status: 403, reason: 'This tablet was signed out or revoked. What is saved here stays here.' },
  'wrong-origin': { status: 403, reason: 'The request came from another site.' },
  'sign-in-wrong': { status: 401, reason: 'The email address, the password or the code is not right.' },
  'code-needed': { status: 401, reason: 'Type the 6-digit code from your authenticator app.' },
  'password-refused': { status: 400, reason: 'The password is not taken.' },
  'not-a-request': { status: 400, reason: 'Something in the form is missing or too long.' },
  'link-gone': { status: 404, reason: 'This link or code is not right, was used already, or is too old.' },
  'email-taken': { status: 409, reason: 'Somebody with that email address has an account already.' },
  'last-owner': { status: 409, reason: 'There must be one owner at least.' },
  'provider-away': {
    status: 503,
    reason: 'Your organisation’s sign-in does not answer. Try again soon. What is saved here stays here.',
  },
  'provider-refused': {
    status: 401,
    reason: 'Your organisation’s sign-in did not let you in, or it took too long. Start again from Sign in.',
  },
  'no-role': {
    status: 403,
    reason: 'Your organisation’s sign-in knows you, but gives you nothing to do in Proforma. Ask whoever runs it.',
  },
  'account-stopped': { status: 403, reason: 'Your account was stopped. Ask the owner of this server.' },
  'told-outside': { status: 409, reason: 'Your organisation’s sign-in says what this person may do. Change it there.' },
  'too-often': { status: 429, reason: 'Too many tries. Wait 15 minutes, then try again.' },
  'aside-full': { status: 507, reason: 'The server has no more room for answers it cannot read. Tell your lead.' },
  'not-a-list': { status: 400, reason: 'The request did not have the form it should.' },
  'not-now': { status: 409, reason: 'That cannot be done now. Open the page again to see how it stands.' },
  'no-such-link': { status: 404, reason: 'This link does not work. Ask who sent it for a new one.' },
  'too-many-links': { status: 429, reason: 'Too many links were tried. Wait a quarter of an hour.' },
  'link-closed': { status: 403, reason: 'The closing date has passed.' },
  'not-your-answer': { status: 403, reason: 'These answers do not belong to this link.' },
  busy: { status: 503, reason: 'The server is busy. Try again shortly.' },
  broken: { status: 500, reason: 'Something went wrong on the server. Nothing was lost on this device.' },
} as const satisfies { readonly [code: string]: { readonly status: number; readonly reason: string } }

export type Refusal = keyof typeof refusals

/** Why one revision was kept aside and not counted. A closed list, each with a sentence for people. */
export const keptAside = {
  'not-a-revision': 'It does not have the form of a return.',
  'wrong-digest': 'Its content does not match its own digest: it was changed on the way.',
  'unknown-version': 'The server does not know the version of the survey it answers.',
  'wrong-survey': 'It names one survey but answers a version of another.',
  'wrong-device': 'It was made by another device than the one that sent it.',
  'id-taken': 'Another return with the same id but other content is stored already.',
  'sequence-taken': 'Another return of the same device has the same number.',
  'device-ended': 'It came from a tablet that was revoked or signed out.',
  'not-opened': 'It is sealed with another key than this server has, or was changed after it was sealed.',
  'survey-not-given': 'Whoever sent it may not collect for that survey.',
  'unknown-item': 'It answers a question that its version does not have.',
  'unknown-answer': 'It gives an answer that its question does not offer.',
  'wrong-status': 'Its statuses do not cover the questions of its version, or contradict its answers.',
} as const satisfies { readonly [code: string]: string }

export type KeptAside = keyof typeof keptAside

/** Why a version or a standing was not taken. A closed list, each with a sentence for people. */
export const notPublished = {
  'not-yours': 'Whoever sent it does not lead that survey.',
  'not-a-version': 'It does not have the form of a survey with pages and questions.',
  'wrong-digest': 'Its content does not match its own digest: it was changed on the way.',
  'wrong-survey': 'It names one survey but holds another.',
  'too-large': 'It is larger than a survey may be.',
  'not-a-standing': 'It does not say which survey is live or closed.',
  'unknown-version': 'The server does not know the version that it names.',
  'id-taken': 'Another decision with the same id was taken already.',
} as const satisfies { readonly [code: string]: string }

export type NotPublished = keyof typeof notPublished
