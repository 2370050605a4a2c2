import type { SyncState } from '../../device/sync-state.ts'
import { dayAndTime } from './dates.ts'

/** What the chip says: short, calm, and true by the last exchange with the server. */
export const syncWords = (state: SyncState, now: Date): string => {
  switch (state.kind) {
    case 'working-offline':
      return state.toSend === 0
        ? 'Working offline. Answers are saved on this device'
        : `Working offline. ${state.toSend} to send`
    case 'wifi-sign-in':
      return state.toSend === 0 ? 'This Wi-Fi needs a sign-in' : `This Wi-Fi needs a sign-in. ${state.toSend} to send`
    case 'to-send':
      return `${state.toSend} to send`
    case 'all-sent':
      return `All sent ${dayAndTime(new Date(state.at), now)}`
    case 'could-not-send':
      return `Could not send ${state.count}`
    default:
      return state satisfies never
  }
}
