import type { Table } from '../tabulation/table.ts'

/**
 * A table as JSON, for programs: `cells` by the id of the answer, `columns` saying what the ids mean and in which order.
 *
 * @example { "title": …, "base": 21, "population": 25, "rows": [{ "item": "support.analysing", "label": "Analysing data",
 *   "cells": { "yes": 4, "no": 4, "not_sure": 5 }, "nonResponse": 8, "notAsked": 0, "base": 21, … }], … }
 */
export const tableJson = ({ title, survey, versions, base, columns, rows, notes }: Table): string =>
  `${JSON.stringify({ title, survey, versions, base: base.count, population: base.population, columns, rows, notes }, null, 2)}\n`
