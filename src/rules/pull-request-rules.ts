import type { RuleDefinition } from './rule.ts';

/**
 * Rules about what only a change can have: which files it touches, their modes and names, and what stood there before. The check of a pull
 * request (`src/github/check-pull-request.ts`) applies them.
 */
export const PULL_REQUEST_RULES = [
  {
    id: 'pr-scope',
    severity: 'error',
    doc: {
      title: 'Records and the program change apart from each other',
      why: 'Records are checked as data by whoever knows their zone; a change of the program is tested and read by those who keep it. One pull request cannot be both.',
      mend: 'Split it: leave the files of registry/ here, and propose the others in a pull request of their own.',
    },
    messages: { mixed: 'Files of the registry and {count} of the program are changed together.' },
  },
  {
    id: 'pr-settings',
    severity: 'warning',
    doc: {
      title: 'What everybody depends on is changed knowingly',
      why: 'A vocabulary describes all records, and the settings say who this registry is and who may do what.',
      mend: 'If you meant this change, say why in the description of the pull request; two people will look at it. If not, take the file out.',
    },
    messages: {
      vocabulary: 'This file holds words that all records are described with.',
      settings: 'This file is a setting of the whole registry.',
    },
  },
  {
    id: 'pr-observed',
    severity: 'error',
    doc: {
      title: 'What programs write, programs change',
      why: 'Facts that were observed are trusted because nobody can write them in; the next run would overwrite them anyway.',
      mend: 'Take the file out of the pull request. What is wrong in it is mended where it was observed.',
    },
    messages: { hand: 'This file is written by a program, and is changed here by hand.' },
  },
  {
    id: 'pr-file-mode',
    severity: 'error',
    doc: {
      title: 'A pull request brings plain files only',
      why: 'A link or a submodule could lead whoever builds the site to something outside the repository, and no record is a program.',
      mend: 'Put a plain file in its place.',
    },
    messages: {
      link: 'This is a symbolic link.',
      submodule: 'This is a submodule, another repository.',
      executable: 'This file is marked as a program.',
      other: 'This is no plain file (mode {mode}).',
    },
    hints: { executable: 'Take the mark away: git update-index --chmod=-x, and commit.' },
  },
  {
    id: 'pr-path',
    severity: 'error',
    doc: {
      title: 'Paths are ones that every system can hold',
      why: 'Whoever clones the repository gets every file: a name that Windows or macOS cannot hold, or that means something to git, breaks the clone or does harm.',
      mend: 'Rename the file. A record is <kind>/<zone>/<slug>.yaml, in lower-case letters, digits and single hyphens.',
    },
    messages: {
      utf8: 'The path is not UTF-8.',
      control: 'The path has an invisible or control character.',
      traversal: 'The path leads out of its folder.',
      git: '“{name}” means something to git.',
      hidden: '“{name}” is hidden: nobody sees hidden files among records.',
      reserved: '“{name}” is a name that Windows cannot have as a file.',
      character: '“{name}” has a character that Windows cannot have in a name.',
      end: '“{name}” ends in a dot or a blank, which Windows takes away.',
      long: 'The path has {length} characters.',
      clash: 'The path differs from “{other}” only in capitals or in how its letters are encoded.',
      twice: 'The path stands twice in one folder.',
    },
  },
  {
    id: 'pr-size',
    severity: 'error',
    doc: {
      title: 'A pull request is small enough to be read',
      why: 'Nobody can review hundreds of files at once, and a large file is kept for ever in everybody’s clone.',
      mend: 'Propose it in parts. For a whole catalogue, ask in an issue first: importing is prepared together.',
    },
    messages: {
      files: 'It changes {count} files of the registry.',
      unread: 'It changes {count} files; only the first {read} were looked at.',
      large: 'This file has {bytes} bytes.',
      heavy: 'This file was not looked at: the files together are too large.',
    },
    hints: { large: 'Make the file smaller, or link to it where it is published.' },
  },
  {
    id: 'pr-conflict',
    severity: 'error',
    doc: {
      title: 'What changed meanwhile is kept',
      why: 'What was checked must be what is merged; where both sides changed a file, nobody knows yet what that is.',
      mend: 'Update your branch from the target’s (“Update branch”, or git merge), keep both changes, and push.',
    },
    messages: {
      both: 'This file was changed in the target’s branch, too, since yours left it.',
      crossed:
        'Your branch and the target’s have each taken over from the other: what yours changes cannot be told for certain.',
    },
    hints: {
      crossed: 'Update your branch from the target’s as it stands now (“Update branch”, or git merge), and push.',
    },
  },
  {
    id: 'pr-deletion',
    severity: 'error',
    doc: {
      title: 'A record that goes leaves a sign',
      why: 'Its address is linked from elsewhere, and its id must never be used again: a tombstone keeps both.',
      mend: 'Put the file back and run npm run registry -- end <id> --tombstone withdrawn; a project that has ended stays, with npm run registry -- end <id>.',
    },
    messages: {
      gone: 'The record “{id}” is deleted, and no tombstone is left in its place.',
      renamed: 'The record “{id}” seems to be “{other}” now, which does not list it under formerIds.',
      stone: 'The tombstone of “{id}” is deleted.',
    },
    hints: {
      renamed: 'Write the old id under formerIds of the new record: npm run registry -- rename does that.',
      stone: 'Put the file back.',
    },
  },
  {
    id: 'pr-id',
    severity: 'error',
    doc: {
      title: 'An id is never used again',
      why: 'Ids are addresses. Old links would lead to something else, and whoever copied the record would take one for the other.',
      mend: 'Choose another slug.',
    },
    messages: {
      buried: 'The id “{id}” belongs to a record that is gone; its tombstone is overwritten.',
      aliased: 'The id “{id}” is a former id of “{owner}”.',
      former: 'The former id “{id}” is given up; its address would lead nowhere.',
    },
    hints: { former: 'Put it back under formerIds.' },
  },
  {
    id: 'pr-taken',
    severity: 'error',
    doc: {
      title: 'What was taken from another copy is what its lock says',
      why: 'Records of another copy and the lock that tells what was taken come together, from one run of a program. A lock that says otherwise would let a later run take an edit for the other copy’s word, or an old state for a new one.',
      mend: 'Take the files out of the pull request, and run npm run registry -- sync instead of writing them.',
    },
    messages: {
      source: 'registry/federation.yaml names no source “{source}” on the target’s branch.',
      lock: 'The lock of “{source}” cannot be read, or is gone.',
      rollback: 'The lock of “{source}” falls back to an older state than the one that was taken.',
      forward: 'The lock of “{source}” is implausibly far ahead of the state that was taken.',
      forgotten: 'The lock of “{source}” forgets the tombstone {id}.',
      differs: 'The record {id} is not what the lock of “{source}” says was taken.',
      absent: 'The lock of “{source}” says that the record {id} was taken, and it is not there so.',
    },
    hints: { source: 'A new source is a pull request of its own, which comes first.' },
  },
  {
    id: 'pr-taken-by-hand',
    severity: 'warning',
    doc: {
      title: 'Who takes records from another copy is known',
      why: 'That records fit their lock shows that a program wrote both; whether the other copy has published them is seen only by asking it.',
      mend: 'Before you merge, run npm run registry -- sync --dry-run on the main branch, and compare; or let the bot propose it.',
    },
    messages: {
      unseen:
        'Files taken from “{source}” come from somebody’s own run: {count}. They fit the lock that comes with them.',
    },
  },
  {
    id: 'pr-status-back',
    severity: 'warning',
    doc: {
      title: 'A status that goes back has a reason',
      why: 'Whoever chose a stable project relies on it; that it is less finished than we said, or that an ended one lives again, is news.',
      mend: 'Say why in the description of the pull request, best with the address of a page that tells it.',
    },
    messages: { back: 'The status goes back from {before} to {after}.' },
  },
  {
    id: 'pr-foreign-zone',
    severity: 'error',
    doc: {
      title: 'Records of other registries are changed there',
      why: 'Each zone has one registry that may write it; a change here would be overwritten, or would contradict it.',
      mend: 'Propose the change to the registry that has the zone.',
    },
    messages: {
      delegated: 'The zone “{zone}” is delegated to another registry.',
      foreign: 'The zone “{zone}” is not one of this registry’s.',
    },
  },
] as const satisfies readonly RuleDefinition[];
