import type { Code, Codebook, Level, Variable } from '../survey/codebook.ts'
import type { VersionId } from '../survey/ids.ts'

/** A codebook as plain text: each variable with its kind, its wording and what its codes mean. */
export const codebookText = (codebook: Codebook, version: VersionId): string =>
  `${codebook.title}\nversion ${version}\n${codebook.variables.map(paragraph).join('')}${codebook.levels.map(levelText).join('')}`

/** What is answered again for each entry of a repeated group, under a line that says so. */
const levelText = ({ id, base, variables }: Level): string =>
  `\nFor each entry of ${id} (base: ${base}):\n${variables.map(paragraph).join('')}`

const paragraph = (variable: Variable): string => {
  const unit = variable.unit === null ? '' : `, in ${variable.unit}`
  const own = variable.openEnded === null ? '' : `, for the item named in ${variable.openEnded.words}`
  const lines = [
    `${variable.id}: ${variable.kind}${unit}${own}`,
    `  ${variable.label}`,
    ...variable.codes.map(codeLine),
  ]
  return `\n${lines.join('\n')}\n`
}

const codeLine = ({ value, label, role }: Code): string =>
  `    ${value} = ${label}${role === 'answer' ? '' : ` (${role})`}`
