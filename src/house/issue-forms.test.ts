import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { readIssueForm } from '../github/issue/issue-form.ts';
import { PROJECT_QUESTIONS } from '../github/issue/project-questions.ts';
import { loadRegistry } from '../registry/load-fs.ts';
import { projectSchema } from '../schema/project.ts';
import { addProjectForm } from './add-project-form.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = '.github/ISSUE_TEMPLATE';
const read = (name: string): string => readFileSync(join(ROOT, FOLDER, name), 'utf8');
const forms = globSync('*.yml', { cwd: join(ROOT, FOLDER) })
  .filter((name) => name !== 'config.yml')
  .sort();
const idsOf = (name: string) => readIssueForm(name, read(`${name}.yml`)).fields.map(({ id }) => id);

test('the form for a project is what the data model and the vocabularies say today (else run npm run docs)', () => {
  expect(read('add-project.yml')).toBe(addProjectForm(loadRegistry(join(ROOT, 'registry')).registry));
});

test('it asks for everything that each project has', () => {
  const { error } = projectSchema.safeParse({});
  const missing = new Set(error?.issues.map(({ path }) => String(path[0])));
  missing.delete('schemaVersion');
  // One of repository and website is needed, and which is for the project to tell.
  missing.delete('repository');
  const asked = PROJECT_QUESTIONS.filter(({ required }) => required).map(({ path }) => path[0]);
  expect(new Set(asked)).toEqual(missing);
});

/** What the site’s form and the bot fill in and read. */
test('the questions of the others have the names that their addresses use', () => {
  expect(idsOf('add-record')).toEqual(['file', 'language', 'record']);
  expect(idsOf('suggest-project')).toEqual(['name', 'link', 'language', 'why']);
});

describe.each(forms)('%s', (name) => {
  const form = parse(read(name));
  const questions = form.body.filter(({ type }: { type: string }) => type !== 'markdown');

  // https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
  it('is a form that GitHub takes', () => {
    expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) });
    expect(form.description.length).toBeLessThanOrEqual(200);
    for (const question of questions) {
      expect(['input', 'textarea', 'dropdown', 'checkboxes']).toContain(question.type);
      expect(question.id).toMatch(/^[A-Za-z0-9_-]+$/);
      expect(question.attributes.label).toBeTypeOf('string');
      if (question.type === 'dropdown')
        expect(new Set(question.attributes.options).size).toBe(question.attributes.options.length);
    }
  });
  it('has each name and each label once: by the label an answer is found again', () => {
    for (const of of [({ id }: Question) => id, ({ attributes }: Question) => attributes.label]) {
      const all = questions.map(of);
      expect(new Set(all).size).toBe(all.length);
    }
  });
  it('speaks English and French', () => {
    expect(form.name).toContain(' · ');
  });
});

interface Question {
  readonly id: string;
  readonly attributes: { readonly label: string };
}
