import { useDeferredValue, useMemo } from 'react'
import { advise } from '../../survey/advice/advise.ts'
import { callFine } from '../../survey/edit/call-fine.ts'
import { textIn } from '../../survey/text.ts'
import { withGaps } from '../../survey/text-parts.ts'
import { findElement, findPage } from '../../survey/edit/locate.ts'
import button from '../styles/button.module.css'
import css from './finding.module.css'
import field from './field.module.css'
import { findNeverMet, otherRuleProblems } from './find-never-met.ts'
import { useDesign, useSession } from './session-context.ts'

/** What to look at before sharing, each with why and a better way. Advice never blocks, two kinds aside. */
export const CheckPane = ({ showEditor }: { readonly showEditor: () => void }) => {
  const { choose, edit } = useSession()
  const { definition } = useDesign()
  // Typing goes first: the check may come a moment later.
  const settled = useDeferredValue(definition)
  const findings = useMemo(() => advise(settled, findNeverMet, new Set(settled.proforma.fine ?? [])), [settled])
  const routing = useMemo(() => otherRuleProblems(settled), [settled])
  const count = findings.length + routing.length
  const goTo = (part: string | null): void => {
    choose(part)
    showEditor()
    requestAnimationFrame(() => document.getElementById('editor-heading')?.focus())
  }
  if (count === 0) return <p>Nothing to look at. This survey is ready to be tried on a colleague.</p>
  return (
    <>
      <p>{count === 1 ? '1 thing to look at' : `${count} things to look at`}</p>
      <ul className={css.findings}>
        {findings.map((finding) => {
          const { question } = finding
          const part = question === null ? undefined : (findElement(settled, question) ?? findPage(settled, question))
          return (
            <li key={finding.key} className={css.finding} data-blocks={finding.blocks}>
              {part === undefined ? null : (
                <p className={field.label}>{withGaps(textIn(part.title)) || 'Not worded yet'}</p>
              )}
              <p>
                {finding.blocks ? <strong>Needed before sharing. </strong> : null}
                {finding.reason}
              </p>
              <p>{finding.betterWay}</p>
              <div className={button.row}>
                <button type="button" className={button.quiet} onClick={() => goTo(question)}>
                  Go there
                </button>
                {finding.blocks ? null : (
                  <button
                    type="button"
                    className={button.quiet}
                    onClick={() => edit((survey) => callFine(survey, finding.key))}
                  >
                    Fine as it is
                  </button>
                )}
              </div>
            </li>
          )
        })}
        {routing.map(({ at, reason }) => (
          <li key={`${at} ${reason}`} className={css.finding}>
            <p className={field.label}>{textIn((findElement(settled, at) ?? findPage(settled, at))?.title)}</p>
            <p>{reason}</p>
            <button type="button" className={button.quiet} onClick={() => goTo(at)}>
              Go there
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
