import { Argument, type Command, type Option } from 'commander'
import type { Box } from '../box.ts'
import { EXIT } from '../outcome.ts'

const SHELLS = ['bash', 'zsh', 'fish'] as const
type Shell = (typeof SHELLS)[number]

/** `roster completion`: what the shell offers when Tab is pressed, written from the tree of commands. */
export function completionCommand(program: Command, { terminal, run }: Box): void {
  program
    .command('completion')
    .summary('print what completes commands and options in a shell')
    .description('Prints a script by which the shell completes commands and options of `roster`.')
    .addArgument(new Argument('<shell>', 'which shell').choices(SHELLS))
    .addHelpText(
      'after',
      `
Examples:
  $ source <(roster completion bash)                                      for this session
  $ roster completion zsh > "\${fpath[1]}/_roster"                         for good
  $ roster completion fish > ~/.config/fish/completions/roster.fish       for good`,
    )
    .action(
      run((shell: Shell) => {
        terminal.say(SCRIPTS[shell](pathsIn(program)))
        return EXIT.ok
      }),
    )
}

/** A command, what may follow it, and what each of that is. */
interface Path {
  /** `` for the program itself, `audit verify` for a command of a command. */
  readonly words: string
  readonly offers: readonly { readonly word: string; readonly what: string }[]
}

function pathsIn(command: Command, before: readonly string[] = []): readonly Path[] {
  const commands = command.commands.map((one) => ({
    word: one.name(),
    what: one.summary() || one.description(),
  }))
  const options = command.options.map((one) => ({ word: wordOf(one), what: one.description }))
  const choices = command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices)
  const offers = [
    ...commands,
    ...choices.map((word) => ({ word, what: '' })),
    ...options,
    { word: '--help', what: 'show how it is used' },
  ]
  return [
    { words: before.join(' '), offers },
    ...command.commands.flatMap((one) => pathsIn(one, [...before, one.name()])),
  ]
}

const wordOf = ({ long, short }: Option): string => long ?? short ?? ''

/** In single quotes for a shell. */
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

const SCRIPTS: Readonly<Record<Shell, (paths: readonly Path[]) => string>> = { bash, zsh, fish }

function bash(paths: readonly Path[]): string {
  const cases = paths.map(
    ({ words, offers }) =>
      `    ${quoted(words)}) offers=${quoted(offers.map(({ word }) => word).join(' '))} ;;`,
  )
  return `# bash completion of roster
_roster() {
  local word words= offers= current="\${COMP_WORDS[COMP_CWORD]}"
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in -*) break ;; *) words="\${words:+$words }$word" ;; esac
  done
  case "$words" in
${cases.join('\n')}
  esac
  if [ -z "$offers" ]; then COMPREPLY=($(compgen -f -- "$current")); return; fi
  COMPREPLY=($(compgen -W "$offers" -- "$current"))
}
complete -o default -F _roster roster`
}

function zsh(paths: readonly Path[]): string {
  const escaped = ({ word, what }: Path['offers'][number]) =>
    quoted(`${word.replaceAll(':', '\\:')}:${what.replaceAll('\n', ' ')}`)
  const cases = paths.map(
    ({ words, offers }) => `    ${quoted(words)}) offers=(${offers.map(escaped).join(' ')}) ;;`,
  )
  return `#compdef roster
_roster() {
  local path_words= word
  local -a offers
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$word" in -*) break ;; *) path_words="\${path_words:+$path_words }$word" ;; esac
  done
  case "$path_words" in
${cases.join('\n')}
    *) _files; return ;;
  esac
  _describe 'roster' offers || _files
}
compdef _roster roster`
}

function fish(paths: readonly Path[]): string {
  const lines = paths.flatMap(({ words, offers }) =>
    offers.map(({ word, what }) => {
      const kind = word.startsWith('--') ? `-l ${quoted(word.slice(2))}` : `-a ${quoted(word)}`
      return `complete -c roster -n "__roster_at ${quoted(words)}" ${kind} -d ${quoted(what.replaceAll('\n', ' '))}`
    }),
  )
  return `# fish completion of roster
function __roster_at
  set -l words
  for word in (commandline -opc)[2..]
    string match -q -- '-*' $word; and break
    set -a words $word
  end
  test "$words" = "$argv[1]"
end
${lines.join('\n')}`
}
