import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withRules } from '../src/house/rules-section.ts';
import { PROJECT } from './lib/registry-folder.ts';

/** Writes the rules into the contributor guide: `npm run docs`. A test fails where the guide says otherwise. */
const guide = join(PROJECT, '.github/CONTRIBUTING.md');
writeFileSync(guide, withRules(readFileSync(guide, 'utf8')));
