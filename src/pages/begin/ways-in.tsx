import type { WayIn } from '../../response/revision.ts'
import type { SurveySettings } from '../../survey/definition.ts'
import button from '../styles/button.module.css'
import css from './begin.module.css'

/** The ways in that a screen can begin: paper is typed in later. */
export type OfferedWay = Exclude<WayIn, 'paper'>

interface WaysInProps {
  readonly units: SurveySettings['units']
  readonly choose: (way: OfferedWay) => void
}

/** Who will hold the tablet. Where an organisation answers, that is the officer who reads this: one button. */
export const WaysIn = ({ units, choose }: WaysInProps) => {
  switch (units) {
    case 'people':
      return (
        <section aria-labelledby="ways">
          <h2 id="ways">Who fills it in?</h2>
          <Way way="family" choose={choose} primary />
          <Way way="interviewer" choose={choose} />
          <Way way="link" choose={choose} />
        </section>
      )
    case 'organisations':
      return (
        <section aria-label="Ways to fill it in">
          <Way way="link" choose={choose} primary />
          <details>
            <summary>More ways</summary>
            <Way way="interviewer" choose={choose} />
            <Way way="family" choose={choose} />
          </details>
        </section>
      )
    default:
      return units satisfies never
  }
}

const wayWords: { readonly [W in OfferedWay]: { readonly label: string; readonly hint: string } } = {
  family: {
    label: 'Hand the tablet to the family',
    hint: 'One question at a time. The tablet stays on the form until you enter the staff PIN.',
  },
  interviewer: { label: 'I ask the questions', hint: 'Several questions at a time, with prompts and private notes.' },
  link: {
    label: 'Fill it in myself',
    hint: 'You can leave and come back. Each answer is saved on this device as you type.',
  },
}

interface WayProps {
  readonly way: OfferedWay
  readonly choose: (way: OfferedWay) => void
  readonly primary?: boolean
}

const Way = ({ way, choose, primary = false }: WayProps) => (
  <div className={css.way}>
    <button
      type="button"
      className={primary ? button.primary : button.secondary}
      aria-describedby={`way-${way}`}
      onClick={() => choose(way)}
    >
      {wayWords[way].label}
    </button>
    <p id={`way-${way}`}>{wayWords[way].hint}</p>
  </div>
)
