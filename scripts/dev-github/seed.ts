import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { LABELS } from '../../src/github/labels.ts';
import { POLICY_FILE } from '../../src/github/policy.ts';
import { PROJECT } from '../lib/registry-folder.ts';
import { type LocalGitHub, startLocalGitHub } from './host.ts';

/** A local GitHub with something to do for the bots. */
export interface SeededGitHub {
  readonly github: LocalGitHub;
  /** A clone of its repository, for the bots to run in. Whoever started it removes it. */
  readonly clone: string;
  /** Adds a project that has a fault. */
  readonly pull: number;
  /** Proposes a sound project by an issue form, and bears the label. */
  readonly issue: number;
}

const FILES = ['registry/**/*.{yaml,mdx,json}', POLICY_FILE, '.github/ISSUE_TEMPLATE/*.yml'];

/** Starts a local GitHub whose repository has this one’s registry. */
export async function seedLocalGitHub(port: number): Promise<SeededGitHub> {
  const paths = FILES.flatMap((pattern) => globSync(pattern, { cwd: PROJECT })).map((path) =>
    path.split(sep).join('/'),
  );
  const files = Object.fromEntries(paths.map((path) => [path, readFileSync(join(PROJECT, path), 'utf8')]));
  const github = await startLocalGitHub({ port, files, watch: true });
  const { people } = github;
  people.permit('lena', 'maintain');
  const sha = people.commit({
    by: 'marie',
    files: { 'registry/projects/int/sample-tickets.yaml': sample('Tickets', 'stabel') },
  });
  const pull = people.openPull({
    by: 'marie',
    branch: 'tickets',
    sha,
    title: 'Add int/sample-tickets',
    body: 'Language: fr\n',
  });
  const record = `\`\`\`yaml\n${sample('Parcels', 'stable')}\`\`\``;
  const body = `### File · Fichier\n\nregistry/projects/int/sample-parcels.yaml\n\n### Record · Fiche\n\n${record}\n`;
  const issue = people.openIssue({ by: 'marie', title: 'Record: int/sample-parcels', body });
  people.label(issue, LABELS.makePullRequest, 'lena');
  const clone = mkdtempSync(join(tmpdir(), 'dev-github-clone-'));
  execFileSync('git', ['clone', '--quiet', `file://${github.gitFolder}`, clone]);
  return { github, clone, pull, issue };
}

/** Invented, at addresses that exist for examples. */
function sample(name: string, status: string): string {
  const slug = `sample-${name.toLowerCase()}`;
  return `schemaVersion: 1\nname: Sample ${name}\nsummary:\n  en: Shows how a record is proposed on the local host\ntype: service\nstatus: ${status}\nfunctions:\n  - notifications\nowner: ${OWNER}\nwebsite: https://${slug}.example.org/\n`;
}

/** The first organization of the registry at hand. */
const OWNER = globSync('*/*.yaml', { cwd: join(PROJECT, 'registry/organizations') })
  .map((path) =>
    path
      .split(sep)
      .join('/')
      .replace(/\.yaml$/, ''),
  )
  .sort()[0];
