import type { LockPhase } from '../../device/tablet-row.ts'
import type { ResponseId } from '../../response/revision.ts'
import { Cover } from './cover.tsx'
import { FamilyForm } from './family-form.tsx'
import { fillScreen } from './full-screen.ts'
import type { Shown } from './shown.ts'
import { GivenBack, Thanks, Waiting } from './resting.tsx'

interface LockedScreenProps {
  readonly response: ResponseId
  readonly shown: Shown
  readonly goTo: (phase: LockPhase) => void
}

/** What a family sees in each phase. */
export const LockedScreen = ({ response, shown, goTo }: LockedScreenProps) => {
  const { phase } = shown
  switch (phase) {
    case 'cover':
      return (
        <Cover
          handed={shown.handed}
          onStart={() => {
            fillScreen()
            goTo('form')
          }}
        />
      )
    case 'form':
      return <FamilyForm response={response} goTo={goTo} />
    case 'waiting':
      return <Waiting />
    case 'thanks':
      return <Thanks response={response} giveBack={() => goTo('given-back')} />
    case 'given-back':
      return <GivenBack />
    default:
      return phase satisfies never
  }
}
