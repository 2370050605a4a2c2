import button from '../styles/button.module.css'
import type { ResultsState } from './results-store.ts'
import css from './not-shown.module.css'

interface NotShownProps {
  readonly state: Exclude<ResultsState, { kind: 'shown' }>
  readonly stop: () => void
  readonly again: () => void
}

/** What stands in place of the tables: how far the counting has come, that it was stopped, or why there are none. */
export const NotShown = ({ state, stop, again }: NotShownProps) => {
  switch (state.kind) {
    case 'refused':
      return <p>{state.reason}</p>
    case 'stopped':
      return (
        <>
          <p>Counting was stopped. What was read is kept, and need not be read again.</p>
          <p>
            <button type="button" className={button.primary} onClick={again}>
              Count on
            </button>
          </p>
        </>
      )
    case 'counting':
      return state.of === 0 ? (
        <p>Counting</p>
      ) : (
        <>
          <label className={css.progress}>
            Reading returns: {state.done.toLocaleString('en-GB')} of {state.of.toLocaleString('en-GB')}
            <progress max={state.of} value={state.done} />
          </label>
          <p>
            <button type="button" className={button.secondary} onClick={stop}>
              Stop
            </button>
          </p>
        </>
      )
    default:
      return state satisfies never
  }
}
