import type { EventKind, RecipientState } from '../../population/ledger.ts'

export const stateWords: { readonly [S in RecipientState]: string } = {
  'not-sent': 'Not sent',
  sent: 'Sent',
  bounced: 'Mail refused',
  opened: 'Opened',
  begun: 'Begun',
  returned: 'Returned',
  declined: 'Declined',
  'not-eligible': 'Not eligible',
}

export const eventWords: { readonly [K in EventKind]: string } = {
  sent: 'Sent',
  reminded: 'Reminded',
  bounced: 'Mail refused',
  opened: 'Opened the link',
  begun: 'Began to answer',
  declined: 'Declined',
  'not-eligible': 'Marked as not eligible',
  'back-in': 'Put back in',
  'links-ended': 'Links ended',
  picked: 'Picked the return that counts',
}
