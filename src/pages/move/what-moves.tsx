import type { Draft } from '../../response/draft.ts'
import { placeAnswers } from '../../response/place-answers.ts'
import { compareVersions } from '../../survey/compare-versions.ts'
import { questionsOf } from '../../survey/questions.ts'
import { textIn } from '../../survey/text.ts'
import type { Version } from '../../survey/version.ts'
import css from './move.module.css'

interface WhatMovesProps {
  readonly draft: Draft
  readonly from: Version
  readonly to: Version
}

/** What is different in the other version, and which of the answers have a place there. */
export const WhatMoves = ({ draft, from, to }: WhatMovesProps) => {
  const changes = compareVersions(from.definition, to.definition)
  const { kept, aside } = placeAnswers({ ...draft.aside, ...draft.answers }, to.definition)
  const titles = new Map(questionsOf(from.definition).map(({ name, title }) => [name, textIn(title)]))
  const homeless = Object.keys(aside).map((name) => titles.get(name) ?? name)
  const stays = Object.keys(kept).length
  return (
    <>
      <h2>What is different</h2>
      {changes.length === 0 ? <p>Nothing.</p> : null}
      <ul className={css.changes}>
        {changes.map(({ what }) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
      <h2>The answers so far</h2>
      <p>{stays === 1 ? '1 answer stays.' : `${stays} answers stay.`}</p>
      {homeless.length === 0 ? null : (
        <>
          <p>
            {homeless.length === 1
              ? '1 answer has no place any more, in whole or in part. It is kept aside with this form until it is sent, and is not counted:'
              : `${homeless.length} answers have no place any more, in whole or in part. They are kept aside with this form until it is sent, and are not counted:`}
          </p>
          <ul className={css.changes}>
            {homeless.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
