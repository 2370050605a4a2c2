import { listPublications, type Publication } from '../../device/list-publications.ts'
import { textIn } from '../../survey/text.ts'
import { useQuery } from '../app/use-readable.ts'
import css from './outbox.module.css'

const words: { readonly [W in Publication['what']]: string } = {
  published: 'a published version',
  live: 'opened',
  closed: 'closed',
}

/** Surveys published, opened or closed on this device that the server does not know of yet, or would not take. */
export const Publications = () => {
  const publications = useQuery(listPublications, undefined)
  if (publications === null || publications.length === 0) return null
  return (
    <>
      <h2>Surveys to send</h2>
      <ul className={css.list}>
        {publications.map(({ survey, version, what, refused }, index) => (
          <li key={`${survey} ${what} ${index}`}>
            {version === null ? survey : textIn(version.definition.title)}: {words[what]}
            {refused === null ? null : <span className={css.reason}>{refused}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}
