import { type CSSProperties, type ReactNode, use } from 'react'
import type { Choice } from '../../../survey/definition.ts'
import { isJsonObject, type Json, type JsonObject } from '../../../survey/json.ts'
import { shownOrder } from '../../../survey/shown-order.ts'
import { asChoice, choiceLabel } from '../../../survey/text.ts'
import button from '../../styles/button.module.css'
import { focusField } from '../focus-field.ts'
import { ChoiceWording } from '../wording.tsx'
import { PictogramsContext } from '../pictograms.ts'
import { useWords } from '../words.ts'
import type { ControlProps } from './control-props.ts'
import css from './grid-control.module.css'
import { Tick } from './tick.tsx'

/**
 * Items by answers. Each item is a group of radios of its own, whatever the width; on a wide screen they are laid out
 * as a table, so that one set of elements serves a phone, a tablet and a screen reader.
 */
export const GridControl = ({ question, id, value, onAnswer, language, seed }: ControlProps<'matrix'>) => {
  const columns = question.columns.map(asChoice)
  const isFamily = use(PictogramsContext)
  const given: JsonObject = isJsonObject(value) ? value : {}
  return (
    <div
      className={isFamily ? css.grid : `${css.grid} ${css.table}`}
      style={{ '--columns': columns.length } as CSSProperties}
    >
      <div className={css.head} aria-hidden="true">
        <span />
        {columns.map((column) => (
          <span key={column.value}>
            <ChoiceWording choice={column} />
          </span>
        ))}
        <span />
      </div>
      {shownOrder(question.rows, question.rowsOrder, seed)
        .map(asChoice)
        .map((row, index) => (
          <Row
            key={row.value}
            id={index === 0 ? id : `${id}-${row.value}`}
            row={row}
            columns={columns}
            chosen={given[String(row.value)]}
            choose={(answer) => onAnswer(withRow(given, String(row.value), answer))}
            language={language}
          />
        ))}
    </div>
  )
}

const inWords = (choice: Choice): ReactNode => <ChoiceWording choice={choice} />

interface RowProps {
  readonly id: string
  readonly row: Choice
  readonly columns: readonly Choice[]
  readonly chosen: Json | undefined
  readonly choose: (value: Json | undefined) => void
  readonly language: string
}

const Row = ({ id, row, columns, chosen, choose, language }: RowProps) => {
  const { say } = useWords()
  const label = choiceLabel(row, language)
  return (
    <fieldset className={css.row}>
      <legend className={css.legend}>
        <ChoiceWording choice={row} />
      </legend>
      <div className={css.cells}>
        <span className={css.label} aria-hidden="true">
          <ChoiceWording choice={row} />
        </span>
        {columns.map((column, index) => (
          <label key={column.value} className={css.cell}>
            <Tick
              kind="radio"
              id={index === 0 ? id : undefined}
              name={id}
              on={chosen === column.value}
              onChange={() => choose(column.value)}
            />
            <span className={css.words}>{inWords(column)}</span>
          </label>
        ))}
        <span className={css.clear}>
          {chosen === undefined ? null : (
            <button
              type="button"
              className={button.quiet}
              onClick={() => {
                choose(undefined)
                focusField(id)
              }}
            >
              <span aria-hidden="true">{say('clearShort')}</span>
              <span className="visually-hidden">{say('clearRow', { row: label })}</span>
            </button>
          )}
        </span>
      </div>
    </fieldset>
  )
}

const withRow = (given: JsonObject, row: string, answer: Json | undefined): Json => {
  const { [row]: _, ...rest } = given
  return answer === undefined ? rest : { ...rest, [row]: answer }
}
