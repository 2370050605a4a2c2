import { textIn } from '../text.ts'
import type { Check } from './finding.ts'

/** Nobody is asked anything before they know who asks and why: one of the two findings that block. */
export const noPrivacy: Check = (definition) =>
  textIn(definition.proforma.privacy).trim() !== ''
    ? []
    : [
        {
          question: null,
          judged: '',
          reason:
            'There is no privacy text. People must know who asks, why, how long their answers are kept and whom to contact.',
          betterWay: 'Write it before you share the survey. A survey that ships with Proforma shows how.',
        },
      ]
