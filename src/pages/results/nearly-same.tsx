import { useDevice } from '../app/device-context.ts'
import { dayAndTime } from '../frame/dates.ts'
import type { ShownResults } from './results-messages.ts'
import css from './results.module.css'

/** Warns that what is shown, beside tables that were frozen before, would tell what a few answered. */
export const NearlySameWarning = ({ alike }: Pick<ShownResults, 'alike'>) => {
  const { clock } = useDevice()
  return alike.map(({ id, at, forms }) => (
    <p key={id} className={css.warning}>
      <strong>Do not share these tables beside those frozen {dayAndTime(new Date(at), clock())}.</strong> Only {forms}{' '}
      {forms === 1 ? 'return is' : 'returns are'} counted differently: who has both could work out what{' '}
      {forms === 1 ? 'it says' : 'they say'}. Share the frozen tables, or wait for more returns.
    </p>
  ))
}
