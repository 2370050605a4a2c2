/** What `proforma --help` prints. */
export const usage = `Use: proforma COMMAND

  tabulate SURVEY.json RETURNS.ndjson [--question ID] [--by VARIABLE] [--and-by VARIABLE] [--where "region = 'London'"]
           [--base returned|asked|valid] [--percent] [--apart] [--tests] [--population N] [--ledger LEDGER.json] [--could-be ANSWER]
           [--protect none|under5|under10|round5|N] [--format text|csv|csv-raw|json|html]
      Prints the table of the returns. Without --question: the grids of the survey, or every question where it
      has no grid. csv and json hold one table, so a survey with several needs --question there; csv-raw is for R,
      never for a spreadsheet.
      --by gives a row for each group, a date by months; --and-by sorts again within each.
      --where counts only some: = <> >= <= contains empty and or ( ).
      --tests says which differences are more than chance, where a test holds: chi-square or Fisher between groups,
      Cochran’s Q and McNemar between items of the same forms.
      --percent adds shares of the --base. --apart tells left blank, refused and don’t know apart.
      --ledger is what Returns saves: who was asked and which returns count. --population is how many were asked: the share that returned is told, and with --could-be what the others
      could change about an answer. --protect hides small counts, and others so that
      they can't be worked out: under5 where the units of the survey are people and nothing else is said.
  codebook SURVEY.json
      Prints what the variables are and what their codes mean.
  check SURVEY.json
      Says whether the survey opens, and if not, why.
  draw LIST.csv [--n N --seed SEED] [--by COLUMN [--equal | --take "GROUP=N" …]] [--format text|json]
      Draws N of a list (CSV or XLSX) at random: the same ones for the same seed and list, on any machine. --by draws
      from each group of a column, in proportion to its size; --equal the same of each; --take as many as you say.
      Without --n it says how many are needed.
  words [FOLDER]
      Prints how complete each language of the forms' own words is, what is missing, and who made it.
  take FILE.ndjson
      Takes in what a tablet has saved as a file to be carried, as if it had been sent. PROFORMA_DATA says where the
      database is. A file may be taken in any number of times.
  backup FILE
      Copies the server's database into one file, read through and whole, while the server runs or not.
  restore FILE
      Puts a backup in its place, with the server stopped. The database before it is kept. Devices offer again what
      the backup lacks, and what was taken out since is taken out again. With DATABASE_URL leave FILE out, and use
      pg_restore first.
  licences
      Prints each package that is shipped with its licence, and fails where one does not fit this product's own.
  audit verify
      Reads the log of what was done and sees that no row was changed or taken out. Prints the hash of the last row:
      kept elsewhere, it also tells a log that was cut short.
  serve [--build]
      Starts the server and the app. PORT, HOST and PROFORMA_DATA say where.
  --help
      Prints this.

Exit status: 0 done, 1 a file is missing or wrong, 2 the command was not understood.
`
