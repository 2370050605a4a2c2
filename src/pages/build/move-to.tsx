import { useState } from 'react'
import type { Definition, Element, GroupQuestion } from '../../survey/definition.ts'
import { fitsInGroup } from '../../survey/edit/fits-in-group.ts'
import { findElement } from '../../survey/edit/locate.ts'
import { moveElement } from '../../survey/edit/move-element.ts'
import type { Spot } from '../../survey/edit/spot.ts'
import { questionsIn } from '../../survey/questions.ts'
import { textIn } from '../../survey/text.ts'
import { withGaps } from '../../survey/text-parts.ts'
import { openByKey } from './open-by-key.ts'
import { useDesign, useSession } from './session-context.ts'

/** Moves the chosen question or group to a place that is picked. */
export const MoveTo = ({ name }: { readonly name: string }) => {
  const { edit } = useSession()
  // There may be 500 places: they are listed once somebody comes to pick one, and not at each edit.
  const [isOpen, setIsOpen] = useState(false)
  const open = (): void => setIsOpen(true)
  return (
    <select
      id="tool-move-to"
      aria-label="Move to"
      value=""
      onPointerDown={open}
      onFocus={open}
      onBlur={() => setIsOpen(false)}
      onKeyDown={openByKey}
      onChange={(event) => edit((survey) => moveElement(survey, name, readSpot(event.target.value)))}
    >
      <option value="">Move to</option>
      {isOpen ? <Spots name={name} /> : null}
    </select>
  )
}

const Spots = ({ name }: { readonly name: string }) => {
  const { definition } = useDesign()
  return spotsIn(definition, name).map(({ value, words }) => (
    <option key={value} value={value}>
      {words}
    </option>
  ))
}

interface ListedSpot {
  readonly value: string
  readonly words: string
}

const wordsOf = ({ title }: Element): string => withGaps(textIn(title)) || 'not worded yet'

/** The places in a repeated group, for what can be asked of each entry. */
const spotsInside = (group: GroupQuestion, number: number, name: string): readonly ListedSpot[] => [
  { value: `start ${group.name}`, words: `First in ${number}. ${wordsOf(group)}` },
  ...group.templateElements.flatMap((question, index) =>
    question.name === name
      ? []
      : [{ value: `after ${question.name}`, words: `In it, after ${number + index + 1}. ${wordsOf(question)}` }],
  ),
]

/** The places to pick from: the start of each section, and after each question or group that is not this one. */
const spotsIn = (definition: Definition, name: string): readonly ListedSpot[] => {
  const moved = findElement(definition, name)
  const canEnter = moved !== undefined && fitsInGroup(moved)
  let number = 0
  return definition.pages.flatMap((page, index) => [
    { value: `start ${page.name}`, words: `Start of ${textIn(page.title) || `section ${index + 1}`}` },
    ...page.elements.flatMap((element) => {
      number += element.type === 'panel' ? questionsIn(element).length : 1
      const after =
        element.type === 'panel' ? `After the group: ${wordsOf(element)}` : `After ${number}. ${wordsOf(element)}`
      const inside = canEnter && element.type === 'paneldynamic' ? spotsInside(element, number, name) : []
      number += element.type === 'paneldynamic' ? element.templateElements.length : 0
      return element.name === name ? [] : [...inside, { value: `after ${element.name}`, words: after }]
    }),
  ])
}

const readSpot = (value: string): Spot => {
  const [where = '', name = ''] = value.split(' ')
  return where === 'start' ? { atStartOf: name } : { after: name }
}
