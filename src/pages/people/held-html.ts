import { escapeHtml } from '../../export/escape-html.ts'
import { keptAside } from '../../protocol/refusals.ts'
import type { ListedHeld, ResponseHeld, SubjectAccess } from '../../protocol/subject-access.ts'
import { answerLines } from '../../response/answer-words.ts'
import type { Revision } from '../../response/revision.ts'
import { formQuestionsOf } from '../../survey/questions.ts'
import { textIn } from '../../survey/text.ts'
import type { Version } from '../../survey/version.ts'
import { localDayOf, clockTime } from '../frame/dates.ts'

const moment = (at: string): string => `${localDayOf(new Date(at))}, ${clockTime(new Date(at))}`

const ways: { readonly [W in Revision['way']]: string } = {
  family: 'filled in by the person themselves on a tablet',
  interviewer: 'filled in by an interviewer',
  link: 'filled in by a link',
  paper: 'taken over from paper',
}

/** What is held about one person as a document that can be read and printed: no script, nothing fetched. */
export const heldHtml = ({ at, find, responses, listed, log, versions }: SubjectAccess): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What is held about ${escapeHtml(find)}</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}dt{font-weight:700;margin-top:.75rem}dd{margin:0}section{border-top:1px solid #6f757b}</style>
</head>
<body>
<main>
<h1>What is held about ${escapeHtml(find)}</h1>
<p>On the server on ${moment(at)}. Forms that were not sent yet are on the tablet where they were filled in, and not here. The same is in what-is-held.json, for a program; photos and drawings lie beside it.</p>
${responses.length + listed.length === 0 ? '<p>Nothing is held.</p>' : ''}
${responses.map((each) => response(each, versions)).join('\n')}
${listed.map(onList).join('\n')}
${log.length === 0 ? '' : `<section><h2>What was done with it</h2>${list(log.map(({ at, who, what, why }) => [moment(at), [who, what, why].filter(Boolean).join('. ')]))}</section>`}
</main>
</body>
</html>
`

const list = (items: readonly (readonly [term: string, ...words: string[]])[]): string =>
  `<dl>${items.map(([term, ...words]) => `<dt>${escapeHtml(term)}</dt>${words.map((each) => `<dd>${escapeHtml(each)}</dd>`).join('')}`).join('\n')}</dl>`

const response = (
  { reference, survey, revisions, aside, photos, erased }: ResponseHeld,
  versions: readonly Version[],
): string => `<section>
<h2>Reference ${escapeHtml(reference)}</h2>
${erased === null ? '' : `<p>The answers were taken out on ${moment(erased.at)}. What is left is that they were.</p>`}
${revisions
  .map(({ receivedAt, revision }, index) => {
    const version = versions.find(({ id }) => id === revision.version)
    const title = version === undefined ? survey : textIn(version.definition.title)
    const heading = index === revisions.length - 1 ? 'As it stands' : 'As it stood before'
    return `<h3>${escapeHtml(title)}: ${heading}</h3>
<p>Returned ${moment(revision.returnedAt)}, ${ways[revision.way]}, in the language ${escapeHtml(revision.language)}; here since ${moment(receivedAt)}.</p>
${answers(revision, version)}`
  })
  .join('\n')}
${aside
  .map(
    ({ reason, firstAt, came }) =>
      `<h3>Kept aside since ${moment(firstAt)}</h3><p>${escapeHtml(keptAside[reason])}</p><pre>${escapeHtml(JSON.stringify(came, null, 2))}</pre>`,
  )
  .join('\n')}
${photos.length === 0 ? '' : `<h3>Photos and drawings</h3><ul>${photos.map(({ sha256, bytes }) => `<li>${bytes === null ? 'Not here yet: ' : ''}${escapeHtml(sha256)}</li>`).join('')}</ul>`}
</section>`

const answers = ({ answers, language, notes = {}, consents = [], seconds }: Revision, version?: Version): string => {
  const known = version === undefined ? [] : formQuestionsOf(version.definition)
  const told = new Set(known.map(({ name }) => name))
  const own = known.flatMap((question): readonly (readonly [string, ...string[]])[] => {
    const lines = answerLines(question, answers[question.name], language)
    return lines.length === 0
      ? []
      : [[textIn(question.title, language), ...lines.map(({ of, words }) => (of === '' ? words : `${of}: ${words}`))]]
  })
  const others = Object.entries(answers)
    .filter(([name]) => !told.has(name))
    .map(([name, answer]) => [name, JSON.stringify(answer)] as const)
  const beside = [
    ...Object.entries(notes).map(([question, words]) => [`Note of the interviewer beside ${question}`, words] as const),
    ...consents.map(({ given, at }) => ['Consent', `${given ? 'given' : 'refused'} ${moment(at)}`] as const),
    ...(seconds === undefined ? [] : [['Time in use', `${seconds} seconds`] as const]),
  ]
  return list([...own, ...others, ...beside])
}

const onList = ({ survey, member, asked, events, links, draft }: ListedHeld): string => `<section>
<h2>In the list of who is asked: ${escapeHtml(survey)}</h2>
${list([
  ['Name', member.name],
  ['Id', member.id],
  ...(member.contact === '' ? [] : [['Contact', member.contact] as const]),
  ...(member.email === '' ? [] : [['Email address', member.email] as const]),
  ...(member.language === '' ? [] : [['Language', member.language] as const]),
  ['Groups', JSON.stringify(member.strata)],
  ['Asked', asked ? 'yes' : 'no'],
  ...events.map(({ kind, at, detail }) => [moment(at), [kind, detail].filter(Boolean).join(': ')] as const),
  ...links.map(
    ({ madeAt, endedAt }) =>
      ['Link', `made ${moment(madeAt)}${endedAt === null ? '' : `, ended ${moment(endedAt)}`}`] as const,
  ),
])}
${draft === null ? '' : `<h3>Not returned yet, saved ${moment(draft.savedAt)}</h3><pre>${escapeHtml(JSON.stringify(draft.content, null, 2))}</pre>`}
</section>`
