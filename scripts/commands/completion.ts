import { join } from 'node:path';
import { Argument, Command } from 'commander';
import { candidates } from '../lib/candidates.ts';
import { EXIT } from '../lib/exit-code.ts';
import { load, PROJECT, registryFolder } from '../lib/registry-folder.ts';

/** Runs this program from any folder, with the Node that it brings along. */
const PROGRAM = `"${join(PROJECT, 'node_modules/.bin/node')}" "${join(PROJECT, 'scripts/registry.ts')}"`;

const SCRIPTS = {
  bash: `registry() { ${PROGRAM} "$@"; }
_registry() {
  local IFS=$'\\n' line="\${COMP_LINE:0:COMP_POINT}"
  local words=($(printf '%s' "$line" | tr -s ' ' '\\n'))
  [[ "$line" == *' ' ]] && words+=('')
  COMPREPLY=($(registry __complete -- "\${words[@]:1}" 2>/dev/null))
  # Bash takes = for the end of a word: what stands before it is there already.
  local last="\${words[\${#words[@]}-1]}"
  [[ "$last" == *=* ]] && COMPREPLY=("\${COMPREPLY[@]#"\${last%%=*}="}")
  [[ "\${COMPREPLY[0]}" == *= ]] && compopt -o nospace
}
complete -o default -F _registry registry`,
  zsh: `registry() { ${PROGRAM} "$@" }
_registry() {
  local -a found
  found=("\${(@f)$(registry __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  [[ -n "\${found[1]}" ]] && compadd -Q -S '' -- "\${found[@]}" || _files
}
compdef _registry registry`,
  fish: `function registry; ${PROGRAM} $argv; end
complete -c registry -a '(registry __complete -- (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)'`,
} as const;

export const completion = new Command('completion')
  .description('print a script that lets the shell complete commands, options, ids and fields')
  .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(SCRIPTS)))
  .addHelpText(
    'after',
    '\nExamples:\n  bash: eval "$(npm run --silent registry -- completion bash)"\n  zsh:  eval "$(npm run --silent registry -- completion zsh)"\n  fish: npm run --silent registry -- completion fish | source\nThen the command is called registry in that shell.',
  )
  .action((shell: keyof typeof SCRIPTS) => {
    console.log(SCRIPTS[shell]);
    process.exitCode = EXIT.fine;
  });

/** What the scripts above ask; prints one candidate a line. */
export const complete = new Command('__complete')
  .argument('[words...]', 'what stands before the cursor')
  .allowUnknownOption()
  .action((words: string[], _: object, command: Command) => {
    const registry = () => load(registryFolder(command)).registry;
    const found = candidates(command.parent ?? command, words.length === 0 ? [''] : words, registry);
    if (found.length > 0) console.log(found.join('\n'));
    process.exitCode = EXIT.fine;
  });
