/** What `proforma --help` prints. */
export const usage = `Use: proforma COMMAND

  tabulate SURVEY.json RETURNS.ndjson [--format text|csv|json|html] [--question ID] [--population N]
      Prints the table of the returns. Without --question: the grids of the survey, or every question that
      has a list of answers where it has no grid. csv and json hold one table, so a survey with several needs
      --question there. --population is how many were asked: the share that returned is then told.
  codebook SURVEY.json
      Prints what the variables are and what their codes mean.
  check SURVEY.json
      Says whether the survey opens, and if not, why.
  serve [--build]
      Starts the server and the app. PORT, HOST and PROFORMA_DATA say where.
  --help
      Prints this.

Exit status: 0 done, 1 a file is missing or wrong, 2 the command was not understood.
`
