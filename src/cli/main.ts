import { checkCommand } from './check-command.ts'
import { codebookCommand } from './codebook-command.ts'
import { tabulateCommand } from './tabulate-command.ts'
import { misused, type Told } from './told.ts'
import { usage } from './usage.ts'
import { wordsCommand } from './words-command.ts'

/** Runs one command and gives the exit status: 0 done, 1 something is wrong, 2 the command was not understood. */
export const main = async ([command, ...args]: readonly string[]): Promise<number> => {
  switch (command) {
    case 'tabulate':
      return tell(await tabulateCommand(args))
    case 'codebook':
      return tell(await codebookCommand(args))
    case 'check':
      return tell(await checkCommand(args))
    case 'draw': {
      const { drawCommand } = await import('./draw-command.ts')
      return tell(await drawCommand(args))
    }
    case 'words':
      return tell(await wordsCommand(args))
    case 'take': {
      const { takeCommand } = await import('./take-command.ts')
      return tell(await takeCommand(args))
    }
    case 'backup': {
      const { backupCommand } = await import('./backup-command.ts')
      return tell(await backupCommand(args))
    }
    case 'restore': {
      const { restoreCommand } = await import('./restore-command.ts')
      return tell(await restoreCommand(args))
    }
    case 'licences': {
      const { licencesCommand } = await import('./licences-command.ts')
      return tell(await licencesCommand(args))
    }
    case 'audit': {
      const { auditCommand } = await import('./audit-command.ts')
      return tell(await auditCommand(args))
    }
    case 'serve': {
      // The server brings a database driver and a web framework; nobody who only tabulates waits for them.
      const { serve } = await import('./serve.ts')
      return serve(args)
    }
    case '--help':
    case '-h':
    case 'help':
      return tell({ ok: true, text: usage })
    case undefined:
      return tell(
        misused('Say what to do: tabulate, codebook, check, draw, words, take, backup, restore, audit or serve.'),
      )
    default:
      return tell(misused(`There is no command “${command}”.`))
  }
}

const tell = (told: Told): number => {
  if (told.ok) {
    process.stdout.write(told.text)
    if (told.warning !== undefined) process.stderr.write(`${told.warning}\n`)
    return 0
  }
  process.stderr.write(`${told.reason}\n`)
  return told.status
}
