import type { Choosable } from './choosable.ts'

/** What can be chosen, as options of a select: the parts of a question under its words. */
export const ChoosableOptions = ({ choosable }: { readonly choosable: readonly Choosable[] }) =>
  [...Map.groupBy(choosable, ({ question, id }) => question ?? ` ${id}`).values()].map((parts) => {
    const [first] = parts
    const options = parts.map(({ id, label }) => (
      <option key={id} value={id}>
        {label}
      </option>
    ))
    return first === undefined || first.question === null ? (
      options
    ) : (
      <optgroup key={first.id} label={first.question}>
        {options}
      </optgroup>
    )
  })
