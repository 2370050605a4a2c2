import type { Figure, Table } from '../tabulation/table.ts'

/**
 * A table as JSON, for programs: `cells` by the id of the answer, `columns` saying what the ids mean and in which order.
 *
 * @example { "title": …, "base": 21, "population": 25, "rows": [{ "item": "support.analysing", "label": "Analysing data",
 *   "cells": { "yes": 4, "no": 4, "not_sure": 5 }, "nonResponse": 8, "notAsked": 0, "base": 21, … }], … }
 */
export const tableJson = ({ base, ...table }: Table<Figure>): string =>
  `${JSON.stringify({ ...table, base: base.count, population: base.population }, null, 2)}\n`
