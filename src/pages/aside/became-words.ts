import type { AsideDecided } from '../../protocol/aside-messages.ts'
import { keptAside } from '../../protocol/refusals.ts'

/** What became of an answer that the lead decided about, in a sentence. */
export const becameWords = ({ became, reason }: AsideDecided): string => {
  switch (became) {
    case 'stored':
      return 'It is taken in and counted from now on.'
    case 'known':
      return 'It was counted already. It is no longer kept aside.'
    case 'erased':
      return 'The answers of this form were taken out. Nothing of it is kept.'
    case 'aside':
      return `It can’t be counted yet. ${reason === null ? 'It stays aside.' : keptAside[reason]}`
    case 'rejected':
      return 'It is not counted. The tablet that made it is told why.'
    case 'gone':
      return 'It is no longer kept aside.'
    default:
      return became satisfies never
  }
}
