import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addProjectForm } from '../src/house/add-project-form.ts';
import { withRules } from '../src/house/rules-section.ts';
import { loadRegistry } from '../src/registry/load-fs.ts';
import { PROJECT } from './lib/registry-folder.ts';

/** Writes the rules into the contributor guide, and the issue form for a project: `npm run docs`. Tests fail where they say otherwise. */
const guide = join(PROJECT, '.github/CONTRIBUTING.md');
writeFileSync(guide, withRules(readFileSync(guide, 'utf8')));
const { registry } = loadRegistry(join(PROJECT, 'registry'));
writeFileSync(join(PROJECT, '.github/ISSUE_TEMPLATE/add-project.yml'), addProjectForm(registry));
